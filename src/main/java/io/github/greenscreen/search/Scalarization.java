package io.github.greenscreen.search;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Computes one loss per trial; smaller is better.
 *
 * <p>Several objectives are combined with new random weights for every trial, so that suggestions
 * spread along the Pareto front: each objective is scaled to [0, 1], weights are drawn, and the
 * loss is the augmented Tchebycheff function of ParEGO (Knowles 2006), max wᵢfᵢ + 0.05 Σ wᵢfᵢ.
 */
public final class Scalarization {
  private static final double AUGMENTATION = 0.05;

  private Scalarization() {}

  /** Return the loss of each of {@code seen}; {@code random} draws the weights of objectives. */
  public static double[] of(
      StudySnapshot study, List<TrialHistory.Seen> seen, SplittableRandom random) {
    double[][] columns =
        study.objectives().stream()
            .map(objective -> column(objective, seen))
            .toArray(double[][]::new);
    if (columns.length == 1) {
      return columns[0];
    }
    double[] weights = weights(columns.length, random);
    Arrays.setAll(columns, i -> toUnit(columns[i]));
    return IntStream.range(0, seen.size())
        .mapToDouble(row -> join(columns, weights, row))
        .toArray();
  }

  /**
   * Return {@code losses} in which every infeasible trial is worse than all feasible ones, in the
   * order of its constraint violation.
   */
  public static double[] behindLimits(
      List<Constraint> limits, List<TrialHistory.Seen> seen, double[] losses) {
    if (limits.isEmpty()) {
      return losses.clone();
    }
    double[] excess = seen.stream().mapToDouble(one -> excess(limits, one.trial())).toArray();
    double worst =
        IntStream.range(0, losses.length)
            .filter(i -> excess[i] == 0)
            .mapToDouble(i -> losses[i])
            .max()
            .orElse(0);
    double[] result = losses.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = excess[i] > 0 ? Math.nextUp(worst) + excess[i] : result[i];
    }
    return result;
  }

  /** Return the constraint violation of {@code trial}, relative to the size of each limit. */
  public static double excess(List<Constraint> limits, Trial trial) {
    return limits.stream()
        .mapToDouble(
            limit ->
                (trial.metric(limit.metric()).orElse(limit.most()) - limit.most())
                    / Math.max(Math.abs(limit.most()), Double.MIN_NORMAL))
        .map(share -> Math.max(share, 0))
        .sum();
  }

  private static double[] column(Objective objective, List<TrialHistory.Seen> seen) {
    return seen.stream()
        .mapToDouble(one -> one.trial().metric(objective.metric()).orElseThrow())
        .map(objective.goal()::toMinimize)
        .toArray();
  }

  private static double[] toUnit(double[] column) {
    double least = Arrays.stream(column).min().orElse(0);
    double span = Arrays.stream(column).max().orElse(0) - least;
    return Arrays.stream(column).map(v -> span > 0 ? (v - least) / span : 0).toArray();
  }

  /** Draw uniform weights that sum to 1, as normalised exponential draws. */
  private static double[] weights(int count, SplittableRandom random) {
    double[] drawn = random.doubles(count).map(unit -> -Math.log1p(-unit)).toArray();
    double total = Arrays.stream(drawn).sum();
    return Arrays.stream(drawn).map(weight -> weight / total).toArray();
  }

  private static double join(double[][] columns, double[] weights, int row) {
    double worst = 0;
    double sum = 0;
    for (int i = 0; i < columns.length; i++) {
      double part = weights[i] * columns[i][row];
      worst = Math.max(worst, part);
      sum += part;
    }
    return worst + AUGMENTATION * sum;
  }
}
