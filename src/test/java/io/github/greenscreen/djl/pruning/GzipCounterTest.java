package io.github.greenscreen.djl.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Sizes against those of the files that Java's gzip writes. */
class GzipCounterTest {
  private static final int BLOCK = 1 << 20;

  @Test
  void compressedBytes_ofASmallFile_areThoseOfGzip() throws IOException {
    float[] floats = floats(1000);
    byte[] integers = {1, 2, 3, 0, 0, 0, 0};
    GzipCounter counter = new GzipCounter();
    counter.add(floats);
    counter.add(integers);
    assertThat(counter.bytes()).isEqualTo(4007);
    byte[] file = ByteBuffer.allocate(4007).put(bytes(floats)).put(integers).array();
    assertThat(counter.compressedBytes()).isEqualTo(gzip(file, 0, 4007));
  }

  @Test
  void compressedBytes_ofALargeFile_areThoseOfMembersOfAMebibyte() throws IOException {
    float[] floats = floats(700_000);
    GzipCounter counter = new GzipCounter();
    counter.add(floats);
    byte[] file = bytes(floats);
    long expected = gzip(file, 0, BLOCK) + gzip(file, BLOCK, BLOCK);
    expected += gzip(file, 2 * BLOCK, file.length - 2 * BLOCK);
    assertThat(counter.bytes()).isEqualTo(2_800_000);
    assertThat(counter.compressedBytes()).isEqualTo(expected);
  }

  /** Half of the numbers are 0. */
  private static float[] floats(int count) {
    Random random = new Random(1);
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = random.nextBoolean() ? 0 : (float) random.nextGaussian();
    }
    return floats;
  }

  private static byte[] bytes(float[] floats) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Float.BYTES * floats.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(floats);
    return buffer.array();
  }

  private static long gzip(byte[] file, int from, int length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(file, from, length);
    }
    return out.size();
  }
}
