package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.SplittableRandom;

/** The augmenter that leaves images unchanged. */
final class Unvaried implements Augmenter {
  @Override
  public int width() {
    return 0;
  }

  @Override
  public float[] draw(int[] images, int epoch, SplittableRandom random) {
    return new float[0];
  }

  @Override
  public ImageBatch apply(ImageBatch batch, NDArray numbers, ScriptModule script) {
    return batch;
  }
}
