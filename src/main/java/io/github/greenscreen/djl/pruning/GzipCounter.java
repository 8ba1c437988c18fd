package io.github.greenscreen.djl.pruning;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Counts the bytes of a file and of its compression by gzip, and keeps neither. The file is cut
 * into blocks of one mebibyte, which gzip compresses at its default level as members of their own
 * (RFC 1952), so that several processors share the work. Numbers are little-endian. Not
 * thread-safe.
 */
final class GzipCounter {
  private static final int BLOCK = 1 << 20;

  /** Bytes of a member's header and trailer. */
  private static final int MEMBER = 18;

  private static final int BUFFER = 1 << 16;

  private final List<byte[]> full = new ArrayList<>();
  private final int most = Runtime.getRuntime().availableProcessors();
  private ByteBuffer current = block();
  private long bytes;
  private long compressedBytes;

  /** Add {@code values} to the file. */
  void add(float[] values) {
    for (float value : values) {
      makeSpace();
      current.putFloat(value);
    }
    bytes += (long) Float.BYTES * values.length;
  }

  /** Add {@code values} to the file. */
  void add(byte[] values) {
    for (byte value : values) {
      makeSpace();
      current.put(value);
    }
    bytes += values.length;
  }

  /** Return the number of bytes of the file. */
  long bytes() {
    return bytes;
  }

  /** Return the number of bytes of the compressed file. */
  long compressedBytes() {
    cut();
    compress();
    return compressedBytes;
  }

  private void makeSpace() {
    if (current.remaining() < Float.BYTES) {
      cut();
      if (full.size() >= most) {
        compress();
      }
    }
  }

  private void cut() {
    if (current.position() > 0) {
      byte[] used = new byte[current.position()];
      current.flip().get(used);
      full.add(used);
      current = block();
    }
  }

  private void compress() {
    compressedBytes += full.parallelStream().mapToLong(GzipCounter::compressedBytes).sum();
    full.clear();
  }

  private static long compressedBytes(byte[] block) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(block);
      deflater.finish();
      byte[] buffer = new byte[BUFFER];
      while (!deflater.finished()) {
        deflater.deflate(buffer);
      }
      return MEMBER + deflater.getBytesWritten();
    } finally {
      deflater.end();
    }
  }

  private static ByteBuffer block() {
    return ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
  }
}
