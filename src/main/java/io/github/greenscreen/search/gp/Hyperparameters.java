package io.github.greenscreen.search.gp;

/**
 * What a Gaussian process fits to its observations.
 *
 * @param weights 1 / ℓ² of each coordinate, ℓ being the distance over which values change
 * @param signal variance of the function
 * @param noise variance of the observations round the function
 */
record Hyperparameters(double[] weights, double signal, double noise) {

  /** Read the logarithms of weights, signal and noise, in this order. */
  static Hyperparameters of(double[] logarithms) {
    int coordinates = logarithms.length - 2;
    double[] weights = new double[coordinates];
    for (int c = 0; c < coordinates; c++) {
      weights[c] = Math.exp(logarithms[c]);
    }
    return new Hyperparameters(
        weights, Math.exp(logarithms[coordinates]), Math.exp(logarithms[coordinates + 1]));
  }
}
