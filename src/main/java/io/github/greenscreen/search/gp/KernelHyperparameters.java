package io.github.greenscreen.search.gp;

/**
 * Hyperparameters of the kernel of a Gaussian process. Immutable: its weights are not handed out.
 */
final class KernelHyperparameters {
  private final double[] weights;
  private final double signal;
  private final double noise;

  /**
   * Take what is known.
   *
   * @param weights 1 / ℓ² of each coordinate, ℓ being the distance over which values change
   * @param signal variance of the function
   * @param noise variance of the observations round the function
   */
  KernelHyperparameters(double[] weights, double signal, double noise) {
    this.weights = weights.clone();
    this.signal = signal;
    this.noise = noise;
  }

  /** Read the logarithms of weights, signal and noise, in this order. */
  static KernelHyperparameters of(double[] logarithms) {
    int coordinates = logarithms.length - 2;
    double[] weights = new double[coordinates];
    for (int c = 0; c < coordinates; c++) {
      weights[c] = Math.exp(logarithms[c]);
    }
    return new KernelHyperparameters(
        weights, Math.exp(logarithms[coordinates]), Math.exp(logarithms[coordinates + 1]));
  }

  /** Return how many coordinates there are. */
  int coordinates() {
    return weights.length;
  }

  /** Return 1 / ℓ² of {@code coordinate}. */
  double weight(int coordinate) {
    return weights[coordinate];
  }

  double signal() {
    return signal;
  }

  double noise() {
    return noise;
  }
}
