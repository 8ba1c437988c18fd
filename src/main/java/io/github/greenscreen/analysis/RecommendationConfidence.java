package io.github.greenscreen.analysis;

import java.util.List;
import java.util.Objects;

/**
 * How sure the best configuration is.
 *
 * @param value its value in the objective
 * @param low lower end of the 95 % interval of the value
 * @param high upper end
 * @param indistinguishable names of the runs whose configurations cannot be told apart from it:
 *     their difference may be zero, or in their favour
 * @param draws how many times the residuals were drawn; 0 where there is no regression to draw from
 * @param method where interval and list come from, in words
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
}
