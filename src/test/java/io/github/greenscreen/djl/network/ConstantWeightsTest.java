package io.github.greenscreen.djl.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.layer.Initializers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConstantWeightsTest {
  private static final int SIZE = 16 * 1024;

  /** The buffer of Java's numbers is freed by the first collection and used again after it. */
  @Test
  void outliveTheBufferFromWhichTheyCame() {
    float[] ones = new float[SIZE];
    Arrays.fill(ones, 1);
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray weights =
          Initializers.constant(ones).initialize(manager, new Shape(SIZE), DataType.FLOAT32);

      for (int i = 0; i < 20; i++) {
        System.gc();
        overwriteFreeMemory();
      }

      assertArrayEquals(ones, weights.toFloatArray());
    }
  }

  private static void overwriteFreeMemory() {
    for (int i = 0; i < 100; i++) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE * Float.BYTES);
      while (buffer.hasRemaining()) {
        buffer.put((byte) 0xff);
      }
    }
  }
}
