package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.regression.Diagnostics.Check;
import io.github.greenscreen.analysis.statistics.LeastSquares;
import io.github.greenscreen.analysis.statistics.PivotedQr;
import io.github.greenscreen.analysis.statistics.TailProbabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Computes the {@link Diagnostics} of a fit. */
final class ResidualChecks {
  private static final double HIGH = 2;

  private final Design design;
  private final PivotedQr qr;
  private final LeastSquares fit;
  private final double[] residuals;

  /** Create the checks for the {@code fit} of a {@code design} that {@code qr} decomposes. */
  ResidualChecks(Design design, PivotedQr qr, LeastSquares fit) {
    this.design = design;
    this.qr = qr;
    this.fit = fit;
    this.residuals = fit.residuals();
  }

  /** Return all checks; {@code names} are the names of the runs. */
  Diagnostics of(List<String> names) {
    double[] leverages = fit.leverages();
    int highest = 0;
    List<String> high = new ArrayList<>();
    List<String> determined = new ArrayList<>();
    double mean = (double) qr.rank() / leverages.length;
    for (int i = 0; i < leverages.length; i++) {
      highest = leverages[i] > leverages[highest] ? i : highest;
      if (leverages[i] > HIGH * mean) {
        high.add(names.get(i));
      }
      if (fit.isDetermined(i)) {
        determined.add(names.get(i));
      }
    }
    return new Diagnostics(
        breuschPagan(),
        jarqueBera(),
        durbinWatson(),
        mean,
        Math.min(1, leverages[highest]),
        names.get(highest),
        high,
        determined);
  }

  /** Compute runs × R² of the squared residuals on the columns of the model (Koenker, 1981). */
  private Check breuschPagan() {
    double[] squares = Arrays.stream(residuals).map(residual -> residual * residual).toArray();
    double mean = Arrays.stream(squares).average().orElse(Double.NaN);
    double total = 0;
    for (double square : squares) {
      total += (square - mean) * (square - mean);
    }
    double left = qr.with(List.of(), squares).residualSumOfSquares();
    double statistic = squares.length * (1 - left / total);
    int df = qr.rank() - 1;
    return new Check(statistic, df, TailProbabilities.upperChiSquared(statistic, df));
  }

  /**
   * Compute runs ÷ 6 × (skewness² + excess kurtosis² ÷ 4), with moments divided by the number of
   * runs.
   */
  private Check jarqueBera() {
    double second = moment(2);
    double skewness = moment(3) / Math.pow(second, 1.5);
    double excess = moment(4) / (second * second) - 3;
    double statistic = residuals.length / 6.0 * (skewness * skewness + excess * excess / 4);
    return new Check(statistic, 2, TailProbabilities.upperChiSquared(statistic, 2));
  }

  private double moment(int power) {
    double mean = Arrays.stream(residuals).average().orElse(Double.NaN);
    return Arrays.stream(residuals).map(e -> Math.pow(e - mean, power)).average().orElse(mean);
  }

  /**
   * Compute the sum of squared differences ÷ the sum of squared residuals; p uses its moments under
   * the design.
   */
  private Check durbinWatson() {
    double statistic = 0;
    for (int i = 1; i < residuals.length; i++) {
      statistic += Math.pow(residuals[i] - residuals[i - 1], 2);
    }
    statistic /= Arrays.stream(residuals).map(e -> e * e).sum();
    double[] moments = design.durbinWatson(fit.inverse());
    double z = (statistic - moments[0]) / Math.sqrt(moments[1]);
    return new Check(statistic, 0, TailProbabilities.lowerNormal(z));
  }
}
