package io.github.greenscreen.analysis;

import java.util.List;
import java.util.Objects;

/**
 * How much each parameter matters for being among the best runs.
 *
 * @param metric what the best runs are best in, the name of a response of {@link Analysis}
 * @param highest whether the highest values are the best ones, else the lowest
 * @param runs how many runs it rests on
 * @param top how many of them are the best ones
 * @param shares every parameter that varies, the most important first
 */
public record Importance(String metric, boolean highest, int runs, int top, List<Share> shares) {
  public Importance {
    Objects.requireNonNull(metric);
    shares = List.copyOf(shares);
  }

  /**
   * One parameter.
   *
   * @param parameter its name
   * @param share its part of the importance of all parameters, 0 to 1
   * @param p how often a choice of as many runs by chance looks at least as important
   */
  public record Share(String parameter, double share, double p) {}
}
