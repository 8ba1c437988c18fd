package io.github.greenscreen.analysis;

import io.github.greenscreen.run.RunPurpose;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

  /** The response that is the natural logarithm of energy; its effects are factors. */
  public static final String LOG_ENERGY = "log_energy";

  /** The response that is the validation accuracy after the last epoch, as the log has it. */
  public static final String VAL_ACCURACY = "val_accuracy";

  /**
   * The response that is the accuracy of the models that the runs deliver; only where it differs.
   */
  public static final String DELIVERED = "delivered_accuracy";

  /** The response that is accuracy in percent per cost. */
  public static final String EFFICIENCY = "efficiency";

  private Analysis() {}

  /**
   * Analyse {@code records}. Runs that failed, were stopped, did not end or are no part of the
   * sweep are left out and listed with the reason; nothing is thrown where none remains, the notes
   * say so.
   */
  public static AnalysisResult of(List<RunRecord> records, AnalysisOptions options) {
    RunSelection selection = RunSelection.of(records);
    List<RunMetrics> energies =
        selection.runs().parallelStream().map(RunMetricsFactory::of).toList();
    Cost cost =
        energies.stream().anyMatch(run -> Double.isFinite(run.energyWh()))
            ? Cost.ENERGY
            : Cost.TIME;
    TargetAccuracy target =
        TargetAccuracy.of(options, energies.stream().map(RunMetrics::accuracy).toList());
    List<RunMetrics> runs =
        selection.runs().parallelStream()
            .map(run -> RunMetricsFactory.of(run, cost, target.find()))
            .toList();
    Configuration reference = reference(records, selection.runs());
    ComparableRuns basis = ComparableRuns.of(runs);
    // Neither rests on the regressions, so both go on beside them.
    CompletableFuture<ParetoAnalysis> tradeOffs =
        CompletableFuture.supplyAsync(() -> ParetoAnalysis.of(runs, cost, target));
    CompletableFuture<List<Importance>> importances =
        CompletableFuture.supplyAsync(() -> Importances.of(runs, basis, cost));
    RegressionFitter regressions = regressions(cost, runs, basis, reference, options);
    Optional<Recommendation> best =
        new Recommender(cost, regressions, basis, reference, options).recommend();
    Optional<FinalRunResult> check = FinalRunComparison.of(records, best, cost);
    ParetoAnalysis tradeOff = tradeOffs.join();
    List<String> notes = new ArrayList<>();
    notes.addAll(
        new AnalysisNotes(cost, runs, basis, selection.stopped(), options)
            .sentences(regressions.notes(), best.isPresent()));
    chosen(selection.runs()).ifPresent(notes::add);
    notes.addAll(EnergyCaveats.sentences(selection.runs()));
    notes.addAll(TradeOffNotes.of(runs, cost, tradeOff));
    check.ifPresent(found -> notes.add(found.sentence()));
    return new AnalysisResult(
        cost,
        runs,
        Rankings.highest(runs, RunMetrics::accuracy),
        Rankings.lowest(runs, cost::of),
        Rankings.highest(runs, RunMetrics::efficiency),
        tradeOff,
        regressions.fits(),
        regressions.interactions(),
        regressions.comparisons(),
        importances.join(),
        best,
        ReferenceRuns.of(records, runs, cost, target),
        check,
        basis,
        selection.excluded(),
        notes,
        options.carbon());
  }

  /** Explain cost, power and efficiency over the runs of one source, accuracy over all. */
  private static RegressionFitter regressions(
      Cost cost,
      List<RunMetrics> runs,
      ComparableRuns basis,
      Configuration reference,
      AnalysisOptions options) {
    RegressionFitter regressions =
        new RegressionFitter(basis.runs(), reference, options.interactions());
    regressions.explain(name(cost), cost::of);
    regressions.explain(LOG_ENERGY, run -> Math.log(run.energyWh()));
    regressions.explain(POWER, RunMetrics::powerW);
    regressions.explain(VAL_ACCURACY, runs, run -> run.detail().valAccuracy());
    if (runs.stream().anyMatch(run -> run.detail().isTested())) {
      regressions.explain(DELIVERED, runs, RunMetrics::accuracy);
    }
    regressions.explain(EFFICIENCY, RunMetrics::efficiency);
    return regressions;
  }

  private static Stream<RunRecord> baselines(List<RunRecord> runs) {
    return runs.stream()
        .filter(run -> run.status().purpose() == RunPurpose.BASELINE)
        .sorted(Comparator.comparing(RunRecord::name, RunNameOrder.ORDER));
  }

  /** Say which of several baselines counts, or nothing where there is no choice. */
  private static Optional<String> chosen(List<RunRecord> selected) {
    List<String> names = baselines(selected).map(RunRecord::name).toList();
    return names.size() < 2
        ? Optional.empty()
        : Optional.of(
            "%s runs are baselines (%s); everything is compared with the first of them, run %s."
                .formatted(names.size(), String.join(", ", names), names.get(0)));
  }

  /** Return the response that {@code cost} is. */
  public static String name(Cost cost) {
    return cost == Cost.ENERGY ? ENERGY : SECONDS;
  }

  /**
   * Return the configuration to compare with: that of the first baseline that may be compared, else
   * of the first baseline, else of the first run.
   */
  private static Configuration reference(List<RunRecord> all, List<RunRecord> selected) {
    return baselines(selected)
        .findFirst()
        .or(() -> baselines(all).findFirst())
        .or(() -> selected.stream().findFirst())
        .map(run -> run.plan().whole())
        .orElse(Configuration.of(Map.of()));
  }
}
