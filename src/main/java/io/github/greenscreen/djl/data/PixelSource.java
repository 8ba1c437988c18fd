package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;

/** The pixels of all images of a data set, wherever they are. */
interface PixelSource extends AutoCloseable {
  /**
   * Return the pixels of {@code batch} on the device, [batch, 3, side, side], uint8; they belong to
   * the manager of the batch.
   */
  NDArray gather(DeviceBatches.Batch batch);

  @Override
  void close();
}
