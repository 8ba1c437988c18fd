package io.github.greenscreen.data.decoding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Reads the chunks of a PNG file: its size, its orientation, and whether all chunks that an image
 * needs are whole (W3C, "Portable Network Graphics", third edition, section 5).
 */
final class PngHeader {
  private static final int SIGNATURE_BYTES = 8;

  /** Length, type, and checksum of a chunk. */
  private static final int FRAME_BYTES = 12;

  private static final int HEADER_BYTES = 13;

  private PngHeader() {}

  static ImageHeader read(byte[] file) throws UnreadableImageException {
    ByteBuffer data = ByteBuffer.wrap(file);
    int width = 0;
    int height = 0;
    Orientation orientation = Orientation.UPRIGHT;
    int at = SIGNATURE_BYTES;
    String type = "";
    while (!type.equals("IEND")) {
      if (at > file.length - FRAME_BYTES) {
        throw new UnreadableImageException(UnreadableImageException.ENDS_EARLY);
      }
      int length = data.getInt(at);
      type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (length < 0 || length > file.length - FRAME_BYTES - at) {
        throw new UnreadableImageException(UnreadableImageException.ENDS_EARLY);
      }
      boolean whole = isWhole(file, at, length, data.getInt(at + 8 + length));
      if (!whole && Character.isUpperCase(type.charAt(0))) {
        String part = type.matches("[A-Za-z]{4}") ? "its part " + type : "a part of it";
        throw new UnreadableImageException(part + " is damaged (checksum)");
      }
      if (type.equals("IHDR") && length >= HEADER_BYTES) {
        width = data.getInt(at + 8);
        height = data.getInt(at + 12);
      } else if (type.equals("eXIf") && whole) {
        orientation = Orientation.of(Arrays.copyOfRange(file, at + 8, at + 8 + length));
      }
      at += FRAME_BYTES + length;
    }
    if (width < 1 || height < 1) {
      throw new UnreadableImageException("its header states no size");
    }
    return new ImageHeader(width, height, orientation, PngPixels::decode);
  }

  /** Return whether type and content of the chunk at {@code at} have the checksum {@code crc}. */
  private static boolean isWhole(byte[] file, int at, int length, int crc) {
    CRC32 sum = new CRC32();
    sum.update(file, at + 4, 4 + length);
    return (int) sum.getValue() == crc;
  }
}
