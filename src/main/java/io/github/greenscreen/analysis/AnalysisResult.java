package io.github.greenscreen.analysis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything the analysis found.
 *
 * @param cost what accuracy is weighed against: energy, or time where no run has energy
 * @param runs metrics of every run that was analysed, by name
 * @param byAccuracy the best five by validation accuracy, best first
 * @param byCost the best five by lowest cost
 * @param byEfficiency the best five by efficiency
 * @param regressions of the cost, and of mean power where it was measured; empty where the runs are
 *     too few
 * @param best the recommended configuration; empty where no run meets the minimum accuracy
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
    List<Regression> regressions,
    Optional<BestConfiguration> best,
    Basis basis,
    List<String> excluded,
    List<String> notes,
    Carbon carbon) {
  public AnalysisResult {
    runs = List.copyOf(runs);
    byAccuracy = List.copyOf(byAccuracy);
    byCost = List.copyOf(byCost);
    byEfficiency = List.copyOf(byEfficiency);
    regressions = List.copyOf(regressions);
    excluded = List.copyOf(excluded);
    notes = List.copyOf(notes);
    Objects.requireNonNull(basis);
    Objects.requireNonNull(carbon);
  }

  /**
   * Return what matters for accuracy, cost and efficiency, in this order; metrics of which fewer
   * than ten runs are known are left out. Cost and efficiency are those of the runs of {@code
   * basis}. Computed anew by each call.
   */
  public List<Importance> importances() {
    return Importances.of(runs, basis, cost);
  }

  /**
   * Return what must stand beside numbers over the energies of all runs, see {@link SourceMark}.
   */
  public String mark() {
    return SourceMark.of(runs);
  }

  /** Return energy and greenhouse gas of all analysed runs together. */
  public Footprint footprint() {
    return Footprint.of(runs, carbon);
  }
}
