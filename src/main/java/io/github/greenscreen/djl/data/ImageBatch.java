package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;

/**
 * A batch on the device; both arrays belong to the manager of the batch.
 *
 * @param images [batch, 3, side, side]
 * @param labels [batch, classes], each row sums to one
 */
public record ImageBatch(NDArray images, NDArray labels) {

  /** Return the number of images. */
  public int size() {
    return Math.toIntExact(images.getShape().get(0));
  }
}
