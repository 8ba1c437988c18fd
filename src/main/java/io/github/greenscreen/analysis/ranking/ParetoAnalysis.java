package io.github.greenscreen.analysis.ranking;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The trade-off between accuracy and cost.
 *
 * @param rankings all runs by accuracy, cost, efficiency, power and cost to the target, in this
 *     order; a ranking by a quantity that no run has is empty
 * @param target accuracy up to which the last ranking counts cost
 * @param frontier Pareto front of accuracy and cost
 * @param peak point in training at which accuracy per cost is highest; empty if unknown
 * @param study tables of the study; empty for other runs
 */
public record ParetoAnalysis(
    List<Ranking> rankings,
    TargetAccuracy target,
    CostAccuracyFront frontier,
    Optional<EfficiencyPeak> peak,
    Optional<LegacyStudyTables> study) {
  public ParetoAnalysis {
    rankings = List.copyOf(rankings);
    Objects.requireNonNull(target);
    Objects.requireNonNull(frontier);
    Objects.requireNonNull(peak);
    Objects.requireNonNull(study);
  }

  /** Analyse {@code runs}. */
  public static ParetoAnalysis of(List<RunMetrics> runs, Cost cost, TargetAccuracy target) {
    return new ParetoAnalysis(
        Rankings.of(runs, cost),
        target,
        CostAccuracyFront.of(runs, cost),
        EfficiencyPeak.of(runs),
        LegacyStudyTables.of(runs));
  }

  /** Return the ranking by {@code metric}, for instance {@code accuracy}, if it exists. */
  public Optional<Ranking> ranking(String metric) {
    return rankings.stream().filter(ranking -> ranking.metric().equals(metric)).findFirst();
  }
}
