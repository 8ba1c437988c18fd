package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A sequence of batches: the indices of their images, and the random numbers that vary them. All
 * are drawn and copied to the device at once, because a copy makes the host wait until the device
 * has finished its pending work. Close it to free the device memory.
 */
public final class DeviceBatches implements AutoCloseable {
  private final NDManager manager;
  private final NDArray indices;
  private final NDArray numbers;
  private final List<int[]> batches;
  private final int[] ends;

  private DeviceBatches(NDManager parent, List<int[]> batches, float[] drawn, int width) {
    this.batches = List.copyOf(batches);
    ends = new int[batches.size()];
    long[] all = new long[batches.stream().mapToInt(batch -> batch.length).sum()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      for (int image : batches.get(i)) {
        all[end++] = image;
      }
      ends[i] = end;
    }
    manager = parent.newSubManager();
    indices = manager.create(all);
    numbers = manager.create(drawn, new Shape(all.length, width));
  }

  /**
   * A batch.
   *
   * @param images indices of the images, in the memory of Java
   * @param indices the same on the device, [batch], int64
   * @param numbers the numbers that vary them, on the device, [batch, width of the augmenter]
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Batch(int[] images, NDArray indices, NDArray numbers) {}

  /** Copy {@code batches} without augmentation to the device of {@code parent}. */
  public static DeviceBatches unvaried(NDManager parent, List<int[]> batches) {
    return new DeviceBatches(parent, batches, new float[0], 0);
  }

  /**
   * Draw the random numbers for {@code batches}, and copy both to the device of {@code parent}.
   *
   * @param epoch epoch of the batches, from 0
   * @param random is split once per batch
   */
  public static DeviceBatches drawn(
      NDManager parent,
      List<int[]> batches,
      Augmenter augmenter,
      int epoch,
      SplittableRandom random) {
    int width = augmenter.width();
    float[] drawn = new float[width * batches.stream().mapToInt(batch -> batch.length).sum()];
    int at = 0;
    for (int[] batch : batches) {
      float[] numbers = augmenter.draw(batch, epoch, random.split());
      System.arraycopy(numbers, 0, drawn, at, numbers.length);
      at += numbers.length;
    }
    return new DeviceBatches(parent, batches, drawn, width);
  }

  /** Return the number of batches. */
  public int count() {
    return ends.length;
  }

  /** Return the number of images in batch {@code i}. */
  public int size(int i) {
    return ends[i] - begin(i);
  }

  /** Return batch {@code i}; its arrays are views that belong to {@code scope}. */
  public Batch get(NDManager scope, int i) {
    NDIndex rows = new NDIndex().addSliceDim(begin(i), ends[i]);
    return new Batch(batches.get(i), indices.get(scope, rows), numbers.get(scope, rows));
  }

  private int begin(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }

  @Override
  public void close() {
    manager.close();
  }
}
