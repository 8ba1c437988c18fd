package io.github.greenscreen.djl;

/**
 * Times the first passes of a training, in which TorchScript's profiling executor looks at the
 * arrays, compiles what it has seen, and does so again for the backward pass.
 */
final class FirstPasses {
  private static final int PASSES = 3;

  private final boolean compiling;
  private int passes;
  private double seconds;
  private int images;

  /** Time nothing unless {@code compiling}. */
  FirstPasses(boolean compiling) {
    this.compiling = compiling;
  }

  /** Note a pass over {@code count} images; tell whether it was one of the first. */
  boolean note(double passSeconds, int count) {
    if (!compiling || passes == PASSES) {
      return false;
    }
    passes++;
    seconds += passSeconds;
    images += count;
    return true;
  }

  double seconds() {
    return seconds;
  }

  int images() {
    return images;
  }
}
