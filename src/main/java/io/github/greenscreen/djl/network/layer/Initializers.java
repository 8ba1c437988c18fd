package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
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

  /**
   * Return a distribution for a convolution that passes its inputs on at first: output i has weight
   * 1 in the centre of input i and 0 elsewhere. The outputs after the last input are uniform within
   * ±1/√(inputs × kernel²).
   */
  public static Initializer partialIdentity(ConvolutionWindow window) {
    int kernel = window.kernel();
    int centre = kernel / 2;
    int passed = Math.min(window.inputs(), window.outputs());
    return (manager, shape, type) -> {
      NDArray weights = uniform(window.inputs() * kernel * kernel).initialize(manager, shape, type);
      weights.set(new NDIndex("0:" + passed), 0);
      for (int i = 0; i < passed; i++) {
        weights.setScalar(new NDIndex(i, i, centre, centre), 1);
      }
      return weights;
    };
  }

  /**
   * Return {@code values} in row-major order, in any shape of that size. The weights have memory of
   * their own: an array that DJL creates from numbers of Java, and even its copy of the same type,
   * uses a buffer that the garbage collector frees.
   */
  public static Initializer constant(float[] values) {
    float[] copy = values.clone();
    return (manager, shape, type) -> {
      try (NDArray array = manager.create(copy, shape);
          NDArray typed = array.toType(type, false)) {
        return typed.duplicate();
      }
    };
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
