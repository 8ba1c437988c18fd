package io.github.greenscreen.analysis;

import java.util.Objects;

/**
 * What a regression expects of one more run.
 *
 * @param response what is predicted, for instance {@code energy_Wh}
 * @param value the expected value
 * @param low lower end of the 95 % prediction interval, in which a single new run falls
 * @param high upper end
 */
public record ResponsePrediction(String response, double value, double low, double high) {
  public ResponsePrediction {
    Objects.requireNonNull(response);
  }

  /** Tell whether {@code measured} lies within the interval. */
  public boolean contains(double measured) {
    return low <= measured && measured <= high;
  }

  /** Return the same for {@code factor} times as much of everything. */
  ResponsePrediction times(double factor) {
    return new ResponsePrediction(response, factor * value, factor * low, factor * high);
  }
}
