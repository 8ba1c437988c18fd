package io.github.greenscreen.analysis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How accuracy and cost are weighed against each other.
 *
 * @param rankings all runs by accuracy, cost, efficiency, power and cost to the target, in this
 *     order; a ranking by what no run has is empty
 * @param target the accuracy up to which cost is counted in the last ranking
 * @param frontier the runs that no other one beats in both
 * @param peak where accuracy per cost is highest while runs train; empty where unknown
 * @param study the tables as the study made them; empty for other runs
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

  /** Weigh {@code runs}. */
  static ParetoAnalysis of(List<RunMetrics> runs, Cost cost, TargetAccuracy target) {
    return new ParetoAnalysis(
        Rankings.of(runs, cost),
        target,
        CostAccuracyFront.of(runs, cost),
        EfficiencyPeak.of(runs),
        LegacyStudyTables.of(runs));
  }

  /**
   * Return the ranking by {@code metric}, for instance {@code accuracy}; empty where there is none.
   */
  public Optional<Ranking> ranking(String metric) {
    return rankings.stream().filter(ranking -> ranking.metric().equals(metric)).findFirst();
  }
}
