package io.github.greenscreen.analysis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything the analysis found.
 *
 * @param cost what accuracy is weighed against: energy, or time where no run has energy
 * @param runs metrics of every run that was analysed, by name
 * @param byAccuracy the best five by the accuracy of the delivered model, best first
 * @param byCost the best five by lowest cost
 * @param byEfficiency the best five by efficiency
 * @param tradeOff all runs ranked with their ties, the Pareto front, the study's own tables
 * @param regressions of the cost, the logarithm of energy and mean power where they were measured,
 *     validation accuracy, delivered accuracy where that differs, and efficiency, in this order;
 *     those that the runs cannot carry are missing
 * @param interactions pairs of parameters on top of these regressions; empty where not asked for
 * @param comparisons of parameters one at a time, for responses of which there are too few runs for
 *     a regression
 * @param importances what matters for accuracy, cost and efficiency, in this order; metrics of
 *     which fewer than ten runs are known are left out
 * @param best the recommended configuration; empty where no run meets the minimum accuracy
 * @param landmarks the runs that the others are held against
 * @param finalCheck what the final run measured beside what was predicted of it, if there is one
 * @param basis the runs that regressions and recommendation rest on, whose power is of one source
 * @param excluded runs left out, by name, each with the reason, for instance {@code 004: failed};
 *     the state stands first in it, so stopped runs read {@code 007: stopped (…)}
 * @param notes sentences the reader must know, for instance that no meter answered
 * @param carbon how energy is turned into greenhouse gas
 */
public record AnalysisResult(
    Cost cost,
    List<RunMetrics> runs,
    List<RunMetrics> byAccuracy,
    List<RunMetrics> byCost,
    List<RunMetrics> byEfficiency,
    ParetoAnalysis tradeOff,
    List<Regression> regressions,
    List<Interaction> interactions,
    List<KruskalWallisResult> comparisons,
    List<Importance> importances,
    Optional<Recommendation> best,
    ReferenceRuns landmarks,
    Optional<FinalRunResult> finalCheck,
    ComparableRuns basis,
    List<String> excluded,
    List<String> notes,
    EmissionFactor carbon) {
  public AnalysisResult {
    runs = List.copyOf(runs);
    byAccuracy = List.copyOf(byAccuracy);
    byCost = List.copyOf(byCost);
    byEfficiency = List.copyOf(byEfficiency);
    Objects.requireNonNull(tradeOff);
    regressions = List.copyOf(regressions);
    interactions = List.copyOf(interactions);
    comparisons = List.copyOf(comparisons);
    importances = List.copyOf(importances);
    Objects.requireNonNull(best);
    Objects.requireNonNull(landmarks);
    Objects.requireNonNull(finalCheck);
    excluded = List.copyOf(excluded);
    notes = List.copyOf(notes);
    Objects.requireNonNull(basis);
    Objects.requireNonNull(carbon);
  }

  /** Return the regression of {@code response}, empty where there is none. */
  public Optional<Regression> regression(String response) {
    return regressions.stream().filter(fit -> fit.response().equals(response)).findFirst();
  }

  /**
   * Return what must stand beside numbers over the energies of all runs, see {@link
   * PowerSourceLabel}.
   */
  public String mark() {
    return PowerSourceLabel.of(runs);
  }

  /** Return energy and greenhouse gas of all analysed runs together. */
  public CarbonFootprint footprint() {
    return CarbonFootprint.of(runs, carbon);
  }

  /** Return how mean power and accuracy are spread; those that no run has are left out. */
  public List<ResponseDistribution> distributions() {
    return Distributions.of(this);
  }
}
