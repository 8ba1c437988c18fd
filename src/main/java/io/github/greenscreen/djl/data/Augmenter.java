package io.github.greenscreen.djl.data;

import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.SplittableRandom;

/** Varies a batch of training images, given as bytes in floating point (0 to 255). */
public interface Augmenter {

  /**
   * Return the varied batch, or {@code batch} itself.
   *
   * @param random the only source of chance; drawn from in a fixed order
   * @param script a module that has {@link Augmenters#METHODS}
   */
  Pictures apply(Pictures batch, SplittableRandom random, ScriptModule script);
}
