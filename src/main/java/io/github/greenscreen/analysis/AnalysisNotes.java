package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.metrics.ComparableRuns;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import io.github.greenscreen.analysis.regression.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Builds the notes of an analysis: caveats that the reader must know before relying on the numbers.
 */
final class AnalysisNotes {
  /** Maximum number of runs that are listed with their reasons. */
  private static final int SOME = 3;

  private final Cost cost;
  private final List<RunMetrics> runs;
  private final ComparableRuns basis;
  private final List<String> stopped;
  private final AnalysisOptions options;

  /**
   * Create the notes on {@code runs}; {@code stopped} are the names of the runs that were stopped.
   */
  AnalysisNotes(
      Cost cost,
      List<RunMetrics> runs,
      ComparableRuns basis,
      List<String> stopped,
      AnalysisOptions options) {
    this.cost = cost;
    this.runs = runs;
    this.basis = basis;
    this.stopped = stopped;
    this.options = options;
  }

  /**
   * Return all notes; those of the {@code regressions} precede the one about a missing
   * recommendation.
   */
  List<String> sentences(List<String> regressions, boolean best) {
    List<String> notes = new ArrayList<>();
    if (runs.isEmpty()) {
      notes.add("No baseline or sweep run has completed, so there is nothing to analyse.");
      stops(notes);
      return notes;
    }
    count(notes);
    stops(notes);
    costs(notes);
    accuracies(notes);
    notes.addAll(PowerSourceNotes.of(runs, basis));
    differing(notes, "epochs");
    differing(notes, "dataset");
    seeds(notes);
    notes.addAll(regressions);
    if (!best) {
      notes.add(nothingBest());
    }
    return notes;
  }

  private void count(List<String> notes) {
    if (runs.size() == 1) {
      notes.add("Only run " + runs.get(0).name() + " is complete, so there is nothing to compare.");
    }
  }

  private void stops(List<String> notes) {
    if (!stopped.isEmpty()) {
      notes.add(
          "%s stopped early and %s left out of rankings, regression and recommendation: %s."
              .formatted(
                  stopped.size() == 1 ? "1 run was" : stopped.size() + " runs were",
                  stopped.size() == 1 ? "is" : "are",
                  String.join(", ", stopped)));
    }
  }

  private void costs(List<String> notes) {
    List<RunMetrics> missing = runs.stream().filter(run -> Double.isNaN(cost.of(run))).toList();
    List<RunMetrics> incomplete =
        runs.stream().filter(run -> !run.energy().incomplete().isEmpty()).toList();
    if (cost == Cost.TIME && incomplete.isEmpty()) {
      notes.add(
          "No power meter was available, so runs are ranked by seconds instead of watt-hours.");
    }
    if (cost == Cost.TIME && !incomplete.isEmpty()) {
      notes.add(
          "No run has a complete energy measurement, so runs are ranked by seconds instead "
              + "of watt-hours: %s.".formatted(reasons(incomplete)));
    }
    if (!missing.isEmpty()) {
      notes.add(
          "The %s of %s of %s runs is incomplete, so these runs are not ranked by it: %s."
              .formatted(cost.noun(), missing.size(), runs.size(), reasons(missing)));
    }
  }

  private void accuracies(List<String> notes) {
    List<RunMetrics> missing = runs.stream().filter(run -> Double.isNaN(run.accuracy())).toList();
    if (!missing.isEmpty() && missing.size() < runs.size()) {
      notes.add(
          ("The accuracy after the last epoch of %s of %s runs is unknown, so these runs "
                  + "are not ranked by it: %s.")
              .formatted(
                  missing.size(), runs.size(), RunNameOrder.some(missing, SOME, RunMetrics::name)));
    }
  }

  private void seeds(List<String> notes) {
    List<RunMetrics> unknown =
        runs.stream().filter(run -> run.configuration().find("seed").isEmpty()).toList();
    if (!unknown.isEmpty()) {
      notes.add(
          "The seed of %s of %s runs is unknown, because their folders do not record it: %s."
              .formatted(
                  unknown.size(), runs.size(), RunNameOrder.some(unknown, SOME, RunMetrics::name)));
    }
  }

  /** List {@code these} runs, each with the reason for its incomplete energy. */
  private static String reasons(List<RunMetrics> these) {
    return RunNameOrder.some(
        these,
        SOME,
        run ->
            run.energy().incomplete().isEmpty()
                ? run.name()
                : run.name() + " (" + run.energy().incomplete() + ")");
  }

  private void differing(List<String> notes, String parameter) {
    List<String> values =
        runs.stream()
            .map(run -> Factor.value(run.configuration(), parameter))
            .distinct()
            .sorted()
            .toList();
    if (values.size() > 1) {
      notes.add(
          "The runs differ in %s (%s), so they are not directly comparable."
              .formatted(parameter, values.stream().collect(Collectors.joining(", "))));
    }
  }

  private String nothingBest() {
    double best =
        runs.stream()
            .mapToDouble(RunMetrics::accuracy)
            .filter(accuracy -> !Double.isNaN(accuracy))
            .max()
            .orElse(Double.NaN);
    if (Double.isNaN(best)) {
      return "No best configuration: no run has a validation accuracy.";
    }
    double minimum = options.minAccuracy().orElse(0);
    return best < minimum
        ? String.format(
            Locale.ROOT,
            "No best configuration: no run reaches the minimum accuracy of %s; the best reaches"
                + " %.4f.",
            minimum,
            best)
        : "No best configuration: no run that is accurate enough has a measured "
            + cost.noun()
            + ".";
  }
}
