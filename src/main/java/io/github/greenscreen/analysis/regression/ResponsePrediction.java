package io.github.greenscreen.analysis.regression;

import java.util.Objects;

/**
 * A prediction of the response of one new run by a regression.
 *
 * @param response name of the response, for instance {@code energy_Wh}
 * @param scale scale of the regression
 * @param value expected value; on any scale but the linear one, the median
 * @param low lower end of the 95 % prediction interval of a single new run
 * @param high upper end of the interval
 */
public record ResponsePrediction(
    String response, ResponseScale scale, double value, double low, double high) {
  public ResponsePrediction {
    Objects.requireNonNull(response);
    Objects.requireNonNull(scale);
  }

  /** Return whether {@code measured} lies within the interval. */
  public boolean contains(double measured) {
    return low <= measured && measured <= high;
  }

  /** Return the prediction with value and interval multiplied by {@code factor}. */
  public ResponsePrediction times(double factor) {
    return new ResponsePrediction(response, scale, factor * value, factor * low, factor * high);
  }

  /** Return whether value and interval are finite and possible for the response. */
  boolean isPossible() {
    return low >= 0 && high <= ResponseScale.highest(response) && Double.isFinite(high);
  }
}
