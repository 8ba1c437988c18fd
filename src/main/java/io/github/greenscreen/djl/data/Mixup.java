package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.SplittableRandom;

/**
 * Blends every image and its label with those of a random partner: λx + (1 − λ)x′ with λ from
 * Beta(0.2, 0.2), one λ per image (Zhang et al., <a href="https://arxiv.org/abs/1710.09412">arXiv
 * 1710.09412</a>). The numbers of an image are its partner and λ.
 */
final class Mixup implements Augmenter {
  private static final double ALPHA = 0.2;
  private static final int WIDTH = 2;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public float[] draw(int[] images, int epoch, SplittableRandom random) {
    int size = images.length;
    long[] partners = MixPermutation.draw(size, random);
    float[] numbers = new float[WIDTH * size];
    for (int i = 0; i < size; i++) {
      numbers[WIDTH * i] = partners[i];
      numbers[WIDTH * i + 1] = (float) Beta.draw(ALPHA, random);
    }
    return numbers;
  }

  @Override
  public ImageBatch apply(ImageBatch batch, NDArray numbers, ScriptModule script) {
    return new ImageBatch(
        script.call("blend_images", batch.images(), numbers),
        script.call("blend_labels", batch.labels(), numbers));
  }
}
