package io.github.greenscreen.analysis.importance;

import io.github.greenscreen.analysis.Analysis;
import java.util.List;
import java.util.Objects;

/**
 * The importance of each parameter for being among the best runs in one metric.
 *
 * @param metric response of {@link Analysis} that defines the best runs
 * @param highest whether the highest values are best, else the lowest
 * @param runs number of runs with a known metric
 * @param top number of those that count as best
 * @param shares parameters that vary, the most important first
 */
public record Importance(String metric, boolean highest, int runs, int top, List<Share> shares) {
  public Importance {
    Objects.requireNonNull(metric);
    shares = List.copyOf(shares);
  }

  /**
   * The importance of one parameter.
   *
   * @param parameter name of the parameter
   * @param share share of the total importance of all parameters, 0 to 1
   * @param p p-value: probability that as many runs drawn at random look at least as important
   */
  public record Share(String parameter, double share, double p) {}
}
