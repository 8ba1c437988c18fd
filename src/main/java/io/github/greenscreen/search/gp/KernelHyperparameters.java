package io.github.greenscreen.search.gp;

/**
 * The hyperparameters of the kernel of a Gaussian process. Immutable: its weights are not exposed.
 */
final class KernelHyperparameters {
  private final double[] weights;
  private final double signal;
  private final double noise;

  /**
   * Create hyperparameters from plain values.
   *
   * @param weights 1 / ℓ² of each coordinate, with ℓ the length scale
   * @param signal variance of the function
   * @param noise variance of the observations around the function
   */
  KernelHyperparameters(double[] weights, double signal, double noise) {
    this.weights = weights.clone();
    this.signal = signal;
    this.noise = noise;
  }

  /** Create hyperparameters from the logarithms of weights, signal and noise, in this order. */
  static KernelHyperparameters of(double[] logarithms) {
    int coordinates = logarithms.length - 2;
    double[] weights = new double[coordinates];
    for (int c = 0; c < coordinates; c++) {
      weights[c] = Math.exp(logarithms[c]);
    }
    return new KernelHyperparameters(
        weights, Math.exp(logarithms[coordinates]), Math.exp(logarithms[coordinates + 1]));
  }

  /** Return the number of coordinates. */
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
