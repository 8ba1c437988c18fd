package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.SplittableRandom;

/**
 * Blends every image and its label with those of a random partner: λx + (1 − λ)x′ with λ from
 * Beta(0.2, 0.2), one λ per image (Zhang et al., <a href="https://arxiv.org/abs/1710.09412">arXiv
 * 1710.09412</a>).
 */
final class Mixup implements Augmenter {
  private static final double ALPHA = 0.2;

  @Override
  public Pictures apply(Pictures batch, SplittableRandom random, ScriptModule script) {
    NDManager manager = batch.images().getManager();
    int size = batch.size();
    NDArray partner = manager.create(Partners.draw(size, random));
    float[] shares = new float[size];
    for (int i = 0; i < size; i++) {
      shares[i] = (float) Beta.draw(ALPHA, random);
    }
    NDArray share = manager.create(shares);
    return new Pictures(
        script.call("blend", batch.images(), partner, share.reshape(new Shape(size, 1, 1, 1))),
        script.call("blend", batch.labels(), partner, share.reshape(new Shape(size, 1))));
  }
}
