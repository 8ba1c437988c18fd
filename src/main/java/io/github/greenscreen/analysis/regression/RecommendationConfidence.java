package io.github.greenscreen.analysis.regression;

import java.util.List;
import java.util.Objects;

/**
 * The confidence in a recommendation.
 *
 * @param value value of the recommendation in the objective
 * @param low lower end of the 95 % interval of the value
 * @param high upper end of the interval
 * @param indistinguishable names of the runs whose configurations tie with the recommendation: the
 *     difference may be zero or in their favour
 * @param draws number of bootstrap draws of the residuals; 0 without a regression
 * @param method method of the interval and the list, in words
 */
public record RecommendationConfidence(
    double value,
    double low,
    double high,
    List<String> indistinguishable,
    int draws,
    String method) {
  public RecommendationConfidence {
    indistinguishable = List.copyOf(indistinguishable);
    Objects.requireNonNull(method);
  }

  /** Return a copy whose interval is cut off at {@code lowest} and {@code highest}. */
  public RecommendationConfidence within(double lowest, double highest) {
    return new RecommendationConfidence(
        value, Math.max(low, lowest), Math.min(high, highest), indistinguishable, draws, method);
  }
}
