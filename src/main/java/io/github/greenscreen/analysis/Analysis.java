package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.importance.Importance;
import io.github.greenscreen.analysis.importance.Importances;
import io.github.greenscreen.analysis.metrics.ComparableRuns;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import io.github.greenscreen.analysis.metrics.RunSelection;
import io.github.greenscreen.analysis.ranking.ParetoAnalysis;
import io.github.greenscreen.analysis.ranking.Rankings;
import io.github.greenscreen.analysis.ranking.ReferenceRuns;
import io.github.greenscreen.analysis.ranking.TargetAccuracy;
import io.github.greenscreen.analysis.recommendation.FinalRunComparison;
import io.github.greenscreen.analysis.recommendation.FinalRunResult;
import io.github.greenscreen.analysis.recommendation.FinalRuns;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.analysis.recommendation.Recommender;
import io.github.greenscreen.analysis.regression.RegressionFitter;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Analyses the completed runs of a baseline and a sweep. The result does not depend on the order of
 * the runs. Stateless.
 */
public final class Analysis {
  private Analysis() {}

  /**
   * Analyse {@code records}. Runs that failed, were stopped, did not end or do not belong to the
   * sweep are excluded and listed with the reason. If no run remains, the notes say so; nothing is
   * thrown.
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
        TargetAccuracy.of(
            options.targetAccuracy(),
            options.minAccuracy(),
            energies.stream().map(RunMetrics::accuracy).toList());
    List<RunMetrics> runs =
        selection.runs().parallelStream()
            .map(run -> RunMetricsFactory.of(run, cost, target.find()))
            .toList();
    Configuration reference = reference(records, selection.runs());
    ComparableRuns basis = ComparableRuns.of(runs);
    // Neither needs the regressions, so both run concurrently with them.
    CompletableFuture<ParetoAnalysis> tradeOffs =
        CompletableFuture.supplyAsync(() -> ParetoAnalysis.of(runs, cost, target));
    CompletableFuture<List<Importance>> importances =
        CompletableFuture.supplyAsync(() -> Importances.of(runs, basis, cost));
    RegressionFitter regressions = regressions(cost, runs, basis, reference, options);
    Optional<Recommendation> best =
        new Recommender(
                cost, regressions, basis, reference, options.objective(), options.minAccuracy())
            .recommend();
    Optional<RunRecord> last = FinalRuns.main(records, best.map(Recommendation::configuration));
    Optional<FinalRunResult> check = FinalRunComparison.of(last, best, cost);
    ParetoAnalysis tradeOff = tradeOffs.join();
    List<String> notes = new ArrayList<>();
    notes.addAll(
        new AnalysisNotes(cost, runs, basis, selection.stopped(), options)
            .sentences(regressions.notes(), best.isPresent()));
    chosen(selection.runs()).ifPresent(notes::add);
    notes.addAll(EnergyCaveats.sentences(selection.runs()));
    notes.addAll(TradeOffNotes.of(runs, cost, tradeOff));
    check.ifPresent(found -> notes.add(found.sentence()));
    notes.addAll(FinalRuns.others(records, last, runs, cost));
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
        ReferenceRuns.of(records, last, runs, cost, target),
        check,
        basis,
        selection.excluded(),
        notes,
        options.carbon());
  }

  /** Fit cost, power and efficiency over the comparable runs, and accuracy over all runs. */
  private static RegressionFitter regressions(
      Cost cost,
      List<RunMetrics> runs,
      ComparableRuns basis,
      Configuration reference,
      AnalysisOptions options) {
    RegressionFitter regressions =
        new RegressionFitter(basis.runs(), reference, options.interactions());
    regressions.explain(ResponseVariable.of(cost), cost::of);
    regressions.explain(ResponseVariable.LOG_ENERGY, run -> Math.log(run.energyWh()));
    regressions.explain(ResponseVariable.POWER, RunMetrics::powerW);
    regressions.explain(ResponseVariable.VAL_ACCURACY, runs, run -> run.detail().valAccuracy());
    if (runs.stream().anyMatch(run -> run.detail().isTested())) {
      regressions.explain(ResponseVariable.DELIVERED, runs, RunMetrics::accuracy);
    }
    regressions.explain(ResponseVariable.EFFICIENCY, RunMetrics::efficiency);
    return regressions;
  }

  private static Stream<RunRecord> baselines(List<RunRecord> runs) {
    return runs.stream()
        .filter(run -> run.status().purpose() == RunPurpose.BASELINE)
        .sorted(Comparator.comparing(RunRecord::name, RunNameOrder.ORDER));
  }

  /** Return a note that says which of several baselines is used; empty if there is at most one. */
  private static Optional<String> chosen(List<RunRecord> selected) {
    List<String> names = baselines(selected).map(RunRecord::name).toList();
    return names.size() < 2
        ? Optional.empty()
        : Optional.of(
            "%s runs are baselines (%s); everything is compared with the first of them, run %s."
                .formatted(names.size(), String.join(", ", names), names.get(0)));
  }

  /**
   * Return the reference configuration: that of the first selected baseline, else of the first
   * baseline, else of the first selected run.
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
