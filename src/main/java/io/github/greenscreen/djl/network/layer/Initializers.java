package io.github.greenscreen.djl.network.layer;

import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.initializer.TruncatedNormalInitializer;
import ai.djl.training.initializer.UniformInitializer;

/** Distributions of initial weights. */
public final class Initializers {
  private Initializers() {}

  /**
   * Return a normal distribution with variance 2 / (outputs × kernel² / groups), as torchvision's
   * convolutional networks draw their weights (He et al., 2015, <a
   * href="https://arxiv.org/abs/1502.01852">arXiv 1502.01852</a>).
   */
  public static Initializer kaimingFanOut(ConvolutionWindow window) {
    double kernel = (double) window.kernel() * window.kernel();
    double fanOut = window.outputs() * kernel / window.groups();
    return new NormalInitializer((float) Math.sqrt(2 / fanOut));
  }

  /** Return a uniform distribution within ±1/√{@code fan}. */
  public static Initializer uniform(int fan) {
    return new UniformInitializer((float) (1 / Math.sqrt(fan)));
  }

  /** Return zeros. */
  public static Initializer zeros() {
    return Initializer.ZEROS;
  }

  /**
   * Return a normal distribution with deviation 0.02 without its tails beyond two deviations, as
   * transformers and ConvNeXt draw their weights.
   */
  public static Initializer truncatedNormal() {
    return new TruncatedNormalInitializer(0.02f);
  }
}
