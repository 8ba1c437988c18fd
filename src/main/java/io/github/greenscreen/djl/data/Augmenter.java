package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.SplittableRandom;

/**
 * Varies a batch of training images, given as bytes in floating point (0 to 255). Random numbers
 * are drawn on the host before an epoch begins, and used on the device batch by batch.
 */
public interface Augmenter {

  /** Return the number of random numbers per image; may be 0. */
  int width();

  /**
   * Draw the random numbers for a batch.
   *
   * @param images indices of its images in the data set
   * @param epoch epoch that it belongs to, from 0
   * @param random the only source of randomness; drawn from in a fixed order
   * @return [images, width], row-major
   */
  float[] draw(int[] images, int epoch, SplittableRandom random);

  /**
   * Return the varied batch, or {@code batch} itself.
   *
   * @param numbers the numbers drawn for this batch, on the device: [batch, width]
   * @param script a module that contains {@link Augmenters#METHODS}
   */
  ImageBatch apply(ImageBatch batch, NDArray numbers, ScriptModule script);
}
