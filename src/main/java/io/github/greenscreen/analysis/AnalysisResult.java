package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.importance.Importance;
import io.github.greenscreen.analysis.metrics.CarbonFootprint;
import io.github.greenscreen.analysis.metrics.ComparableRuns;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.ranking.ParetoAnalysis;
import io.github.greenscreen.analysis.ranking.ReferenceRuns;
import io.github.greenscreen.analysis.recommendation.FinalRunResult;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.analysis.regression.Interaction;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.Regression;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of an analysis.
 *
 * @param cost cost that accuracy is weighed against: energy, or time if no run has energy
 * @param runs metrics of every analysed run, by name
 * @param byAccuracy the five best runs by accuracy of the delivered model, best first
 * @param byCost the five runs with the lowest cost, best first
 * @param byEfficiency the five runs with the highest efficiency, best first
 * @param tradeOff rankings of all runs with ties, the Pareto front, the tables of the study
 * @param regressions fits of cost, the logarithm of energy, mean power, validation accuracy,
 *     delivered accuracy (if it differs) and efficiency, in this order; responses that were not
 *     measured or cannot be fitted are missing
 * @param interactions tests of pairs of parameters on top of these regressions; empty if not
 *     requested
 * @param comparisons tests of single parameters for responses with too few runs for a regression
 * @param importances parameter importance for accuracy, cost and efficiency, in this order; metrics
 *     with fewer than ten known runs are missing
 * @param best recommended configuration; empty if no run reaches the minimum accuracy
 * @param referenceRuns reference runs that the others are compared with
 * @param finalCheck comparison of the final run with its prediction, if a final run exists
 * @param basis runs used for regressions and recommendation, whose power has the same source
 * @param excluded excluded runs, by name, each with the reason, for instance {@code 004: failed};
 *     the reason starts with the state, so stopped runs read {@code 007: stopped (…)}
 * @param notes caveats for the reader, for instance that no power meter was found
 * @param carbon conversion of energy to greenhouse gas emissions
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
    ReferenceRuns referenceRuns,
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
    Objects.requireNonNull(referenceRuns);
    Objects.requireNonNull(finalCheck);
    excluded = List.copyOf(excluded);
    notes = List.copyOf(notes);
    Objects.requireNonNull(basis);
    Objects.requireNonNull(carbon);
  }

  /** Return the regression of {@code response}, if it was fitted. */
  public Optional<Regression> regression(String response) {
    return regressions.stream().filter(fit -> fit.response().equals(response)).findFirst();
  }

  /**
   * Return the power source label for figures over the energies of all runs, see {@link
   * PowerSourceLabel}.
   */
  public String mark() {
    return PowerSourceLabel.of(runs);
  }

  /** Return total energy and emissions of all analysed runs. */
  public CarbonFootprint footprint() {
    return CarbonFootprint.of(runs, carbon);
  }

  /** Return the distributions of mean power and accuracy; a metric that no run has is missing. */
  public List<ResponseDistribution> distributions() {
    return Distributions.of(this);
  }
}
