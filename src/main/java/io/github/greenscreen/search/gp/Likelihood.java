package io.github.greenscreen.search.gp;

import java.util.Arrays;

/**
 * The log posterior of hyperparameters: the log marginal likelihood (Rasmussen and Williams 2006,
 * equations 5.8 and 5.9) plus the log priors, with its gradient with respect to the logarithms of
 * the hyperparameters. The priors regularise processes with few observations; they are those of
 * Optuna's GPSampler: weights p(w) ∝ exp(−0.1/w − 0.1w), signal Gamma(2, 1), noise Gamma(1.1, 30).
 */
final class Likelihood {
  private static final double WEIGHT_PRIOR = 0.1;
  private static final double SIGNAL_SHAPE = 2;
  private static final double SIGNAL_RATE = 1;
  private static final double NOISE_SHAPE = 1.1;
  private static final double NOISE_RATE = 30;

  private final double[][] pairs;
  private final double[] observed;

  /**
   * Create the likelihood of {@code observed} for points whose squared distances by coordinate are
   * {@code pairs}.
   */
  Likelihood(double[][] pairs, double[] observed) {
    this.pairs = pairs;
    this.observed = observed;
  }

  /**
   * Return the log posterior and write its gradient into {@code gradient}; minus infinity, and a
   * gradient of zeros, if the matrix is not positive definite.
   */
  double at(double[] logarithms, double[] gradient) {
    Arrays.fill(gradient, 0);
    KernelHyperparameters parameters = KernelHyperparameters.of(logarithms);
    double[] squared = combine(parameters);
    return Cholesky.of(covariance(squared, parameters))
        .map(cholesky -> evaluate(cholesky, squared, parameters, gradient))
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private double evaluate(
      Cholesky cholesky, double[] squared, KernelHyperparameters parameters, double[] gradient) {
    double[] alpha = cholesky.solve(observed);
    double fit = 0;
    for (int i = 0; i < alpha.length; i++) {
      fit += alpha[i] * observed[i];
    }
    differentiate(cholesky.inverse(), alpha, squared, parameters, gradient);
    return -0.5 * (fit + cholesky.logDeterminant()) + priors(parameters, gradient);
  }

  private double[] combine(KernelHyperparameters parameters) {
    double[] squared = new double[pairs[0].length];
    for (int c = 0; c < parameters.coordinates(); c++) {
      double[] along = pairs[c];
      double weight = parameters.weight(c);
      for (int pair = 0; pair < squared.length; pair++) {
        squared[pair] += weight * along[pair];
      }
    }
    return squared;
  }

  private double[][] covariance(double[] squared, KernelHyperparameters parameters) {
    double[][] lower = new double[observed.length][];
    int pair = 0;
    for (int i = 0; i < lower.length; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j < i; j++) {
        lower[i][j] = parameters.signal() * Matern.value(squared[pair++]);
      }
      lower[i][i] = parameters.signal() + parameters.noise();
    }
    return lower;
  }

  /** Add ½ tr((ααᵀ − K⁻¹) ∂K/∂θ) for every θ; pairs count twice because the matrix is symmetric. */
  private void differentiate(
      double[][] inverse,
      double[] alpha,
      double[] squared,
      KernelHyperparameters parameters,
      double[] gradient) {
    double[] slopes = new double[squared.length];
    double signal = 0;
    double noise = 0;
    int pair = 0;
    for (int i = 0; i < alpha.length; i++) {
      for (int j = 0; j < i; j++, pair++) {
        double pull = alpha[i] * alpha[j] - inverse[i][j];
        slopes[pair] = pull * Matern.slope(squared[pair]);
        signal += pull * Matern.value(squared[pair]);
      }
      double pull = alpha[i] * alpha[i] - inverse[i][i];
      signal += 0.5 * pull;
      noise += 0.5 * pull;
    }
    for (int c = 0; c < pairs.length; c++) {
      double sum = 0;
      for (int p = 0; p < slopes.length; p++) {
        sum += slopes[p] * pairs[c][p];
      }
      gradient[c] += parameters.signal() * parameters.weight(c) * sum;
    }
    gradient[pairs.length] += parameters.signal() * signal;
    gradient[pairs.length + 1] += parameters.noise() * noise;
  }

  private static double priors(KernelHyperparameters parameters, double[] gradient) {
    double sum = 0;
    int coordinates = parameters.coordinates();
    for (int c = 0; c < coordinates; c++) {
      double weight = parameters.weight(c);
      sum -= WEIGHT_PRIOR * (1 / weight + weight);
      gradient[c] += WEIGHT_PRIOR * (1 / weight - weight);
    }
    sum += gamma(parameters.signal(), SIGNAL_SHAPE, SIGNAL_RATE, gradient, coordinates);
    return sum + gamma(parameters.noise(), NOISE_SHAPE, NOISE_RATE, gradient, coordinates + 1);
  }

  private static double gamma(
      double value, double shape, double rate, double[] gradient, int place) {
    gradient[place] += shape - 1 - rate * value;
    return (shape - 1) * Math.log(value) - rate * value;
  }
}
