package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Pictures of random bytes, and access to single pixels of a batch. */
final class TestPictures {
  static final int CLASSES = 4;
  static final int PIXELS = ImageSet.IMAGE_BYTES;

  private TestPictures() {}

  /** Image i belongs to class i modulo four. */
  static ImageSet images(int count) {
    byte[] pixels = new byte[count * PIXELS];
    new Random(11).nextBytes(pixels);
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % CLASSES);
    }
    return new ImageSet("noise", List.of("a", "b", "c", "d"), pixels, labels);
  }

  /** The first {@code count} of {@link #images} as a raw batch, labels one-hot. */
  static ImageBatch batch(NDManager manager, int count) {
    ImageSet images = images(count);
    double[] pixels = new double[images.pixels().length];
    Arrays.setAll(pixels, i -> images.pixels()[i] & 0xFF);
    double[] labels = new double[count * CLASSES];
    for (int i = 0; i < count; i++) {
      labels[i * CLASSES + images.labels()[i]] = 1;
    }
    return new ImageBatch(
        array(manager, pixels, new Shape(count, 3, ImageSet.SIDE, ImageSet.SIDE)),
        array(manager, labels, new Shape(count, CLASSES)));
  }

  /** A batch whose every picture is {@code pixels}, 3 · 32 · 32 values. */
  static ImageBatch copies(NDManager manager, int count, double[] pixels) {
    double[] all = new double[count * PIXELS];
    for (int i = 0; i < count; i++) {
      System.arraycopy(pixels, 0, all, i * PIXELS, PIXELS);
    }
    return new ImageBatch(
        array(manager, all, new Shape(count, 3, ImageSet.SIDE, ImageSet.SIDE)),
        array(manager, new double[count * CLASSES], new Shape(count, CLASSES)));
  }

  /** Draw what varies {@code raw}, and vary it. */
  static ImageBatch vary(ImageBatch raw, Augmenter augmenter, long seed, ScriptModule script) {
    float[] numbers = augmenter.draw(new int[raw.size()], 0, new SplittableRandom(seed));
    NDArray drawn =
        raw.images().getManager().create(numbers, new Shape(raw.size(), augmenter.width()));
    return augmenter.apply(raw, drawn, script);
  }

  /** Return the values of row {@code i} of {@code array} in row-major order. */
  static double[] row(NDArray array, int i) {
    double[] all = array.toType(DataType.FLOAT64, true).toDoubleArray();
    int width = all.length / Math.toIntExact(array.getShape().get(0));
    return Arrays.copyOfRange(all, i * width, (i + 1) * width);
  }

  /** Return the largest difference of two rows; NaN where either has one. */
  static double distance(double[] actual, double[] expected) {
    double largest = actual.length == expected.length ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < Math.min(actual.length, expected.length); i++) {
      largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
    }
    return largest;
  }

  private static NDArray array(NDManager manager, double[] values, Shape shape) {
    return manager.create(values).reshape(shape).toType(DataType.FLOAT32, true);
  }
}
