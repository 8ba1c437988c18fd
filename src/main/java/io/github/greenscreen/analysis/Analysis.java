package io.github.greenscreen.analysis;

import io.github.greenscreen.run.Purpose;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.space.Configuration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares the completed runs of a baseline and a sweep. The result does not depend on the order in
 * which the runs are given. Stateless.
 */
public final class Analysis {
  /** The response of the regression of energy. */
  public static final String ENERGY = "energy_Wh";

  /** The response of the regression of mean power. */
  public static final String POWER = "power_W";

  /** The response that takes the place of energy where no meter answered. */
  public static final String SECONDS = "seconds";

  private Analysis() {}

  /**
   * Analyse {@code records}. Runs that failed, were stopped, did not end or are no part of the
   * sweep are left out and listed with the reason; nothing is thrown where none remains, the notes
   * say so.
   */
  public static AnalysisResult of(List<RunRecord> records, AnalysisOptions options) {
    Selection selection = Selection.of(records);
    List<RunMetrics> energies = selection.runs().stream().map(Metrics::of).toList();
    Cost cost =
        energies.stream().anyMatch(run -> Double.isFinite(run.energyWh()))
            ? Cost.ENERGY
            : Cost.TIME;
    List<RunMetrics> runs = selection.runs().stream().map(run -> Metrics.of(run, cost)).toList();
    Configuration reference = reference(records, selection.runs());
    Basis basis = Basis.of(runs);
    Regressions regressions = new Regressions(basis.runs(), reference);
    regressions.explain(cost == Cost.ENERGY ? ENERGY : SECONDS, cost::of);
    Optional<Regression> ofCost = regressions.fits().stream().findFirst();
    regressions.explain(POWER, RunMetrics::powerW);
    Optional<BestConfiguration> best = BestRule.of(cost, ofCost, basis, reference, options);
    return new AnalysisResult(
        cost,
        runs,
        Rankings.highest(runs, RunMetrics::accuracy),
        Rankings.lowest(runs, cost::of),
        Rankings.highest(runs, RunMetrics::efficiency),
        regressions.fits(),
        best,
        basis,
        selection.excluded(),
        Stream.concat(
                new Notes(cost, runs, basis, selection.stopped(), options)
                    .sentences(regressions.notes(), best.isPresent()).stream(),
                EnergyDoubts.sentences(selection.runs()).stream())
            .toList(),
        options.carbon());
  }

  /** Return the configuration to compare with: the baseline's, else that of the first run. */
  private static Configuration reference(List<RunRecord> all, List<RunRecord> selected) {
    return all.stream()
        .filter(run -> run.status().purpose() == Purpose.BASELINE)
        .min(Comparator.comparing(RunRecord::name, RunNames.ORDER))
        .or(() -> selected.stream().findFirst())
        .map(run -> run.plan().whole())
        .orElse(Configuration.of(Map.of()));
  }
}
