package io.github.greenscreen.search.gp;

import java.util.stream.IntStream;

/**
 * Gaussian process regression (Rasmussen and Williams 2006, algorithm 2.1). Observations are
 * standardised internally to mean 0 and variance 1. Immutable after construction.
 */
public final class GaussianProcess {
  private final double[][] points;
  private final boolean[] named;
  private final KernelHyperparameters parameters;
  private final Cholesky cholesky;
  private final double[] scaled;
  private final double[] alpha;
  private final Standardizer scale;

  private GaussianProcess(
      double[][] points, boolean[] named, double[] observed, KernelHyperparameters parameters) {
    this.points = points;
    this.named = named;
    this.parameters = parameters;
    this.scale = Standardizer.of(observed);
    this.cholesky = Cholesky.of(covariance()).orElseThrow();
    this.scaled = scale.apply(observed);
    this.alpha = cholesky.solve(scaled);
  }

  private GaussianProcess(GaussianProcess before, double[][] points, double[] believed) {
    this.points = points;
    this.named = before.named;
    this.parameters = before.parameters;
    this.scale = before.scale;
    this.cholesky = Cholesky.of(covariance()).orElseThrow();
    this.scaled = scale.apply(believed);
    this.alpha = cholesky.solve(scaled);
  }

  /**
   * Fit a process to observations.
   *
   * @param points [observation][coordinate]; ordered coordinates in [0, 1], categories as any
   *     numbers, NaN if a coordinate is missing
   * @param named by coordinate, whether it is a category rather than ordered
   * @param observed the observed value at each point, finite; at least one
   */
  public static GaussianProcess fit(double[][] points, boolean[] named, double[] observed) {
    Likelihood likelihood =
        new Likelihood(Distances.pairs(points, named), Standardizer.of(observed).apply(observed));
    return new GaussianProcess(
        points, named, observed, HyperparameterFitter.of(likelihood, named.length));
  }

  /** Create a process with given hyperparameters. */
  static GaussianProcess with(
      double[][] points, boolean[] named, double[] observed, KernelHyperparameters parameters) {
    return new GaussianProcess(points, named, observed, parameters);
  }

  /**
   * Return a process that has also observed its own mean at {@code further} points ("kriging
   * believer", Ginsbourger, Le Riche and Carraro 2010): its uncertainty there is that of an
   * observed point, and its mean is unchanged everywhere.
   */
  public GaussianProcess believing(double[][] further) {
    if (further.length == 0) {
      return this;
    }
    double[][] all = new double[points.length + further.length][];
    double[] believed = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i < points.length ? points[i] : further[i - points.length];
      believed[i] = i < points.length ? residualFree(i) : predict(all[i]).mean();
    }
    return new GaussianProcess(this, all, believed);
  }

  /** Return the prediction of the noise-free function at {@code point}. */
  public Prediction predict(double[] point) {
    double[] covariances = new double[points.length];
    double mean = 0;
    for (int i = 0; i < points.length; i++) {
      covariances[i] = kernel(point, points[i]);
      mean += covariances[i] * alpha[i];
    }
    double explained = 0;
    for (double part : cholesky.forward(covariances)) {
      explained += part * part;
    }
    double variance = Math.max(parameters.signal() - explained, 0);
    return new Prediction(scale.restore(mean), scale.width() * Math.sqrt(variance));
  }

  /**
   * Return the leave-one-out residuals, observed minus predicted from all other observations, in
   * closed form (Rasmussen and Williams 2006, equation 5.12).
   */
  public double[] leaveOneOutResiduals() {
    double[][] inverse = cholesky.inverse();
    return IntStream.range(0, alpha.length)
        .mapToDouble(i -> scale.width() * alpha[i] / inverse[i][i])
        .toArray();
  }

  /**
   * Return the log marginal likelihood of the observations (Rasmussen and Williams 2006, equation
   * 2.30), up to a constant for each of them.
   */
  public double evidence() {
    double fit = 0;
    for (int i = 0; i < alpha.length; i++) {
      fit += alpha[i] * scaled[i];
    }
    return -0.5 * (fit + cholesky.logDeterminant()) - alpha.length * Math.log(scale.width());
  }

  /** Return the standard deviation of the observations, or 1 if all are the same. */
  public double spread() {
    return scale.width();
  }

  /** Recover observation {@code i}: the mean at its point plus the removed noise. */
  private double residualFree(int i) {
    double mean = 0;
    for (int j = 0; j < points.length; j++) {
      mean += kernel(points[i], points[j]) * alpha[j];
    }
    return scale.restore(mean + parameters.noise() * alpha[i]);
  }

  private double[][] covariance() {
    double[][] lower = new double[points.length][];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j < i; j++) {
        lower[i][j] = kernel(points[i], points[j]);
      }
      lower[i][i] = parameters.signal() + parameters.noise();
    }
    return lower;
  }

  private double kernel(double[] a, double[] b) {
    double squared = 0;
    for (int c = 0; c < named.length; c++) {
      squared += parameters.weight(c) * Distances.squared(a[c], b[c], named[c]);
    }
    return parameters.signal() * Matern.value(squared);
  }
}
