package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import io.github.greenscreen.analysis.ranking.ParetoAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds notes on accuracy and on accuracy per cost. */
final class TradeOffNotes {
  /** Share of the training before which a peak of efficiency rewards training too briefly. */
  private static final double EARLY = 0.5;

  private TradeOffNotes() {}

  /** Return the notes on {@code runs}; none if no caveat applies. */
  static List<String> of(List<RunMetrics> runs, Cost cost, ParetoAnalysis tradeOff) {
    List<String> notes = new ArrayList<>();
    List<RunMetrics> tested = runs.stream().filter(run -> run.detail().isTested()).toList();
    if (!tested.isEmpty()) {
      notes.add(
          ("%s quantised after the last validation and ranked by test accuracy, which is "
                  + "that of the delivered model: %s.")
              .formatted(
                  tested.size() == 1 ? "1 run was" : tested.size() + " runs were",
                  RunNameOrder.some(tested)));
    }
    int epochs = runs.stream().mapToInt(RunMetrics::epochs).max().orElse(0);
    tradeOff
        .peak()
        .filter(peak -> peak.epoch() + 1 < EARLY * epochs)
        .ifPresent(
            peak ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "Accuracy per %s peaks after %.0f of %d epochs (median), at %.1f "
                            + "%% accuracy: on its own it rewards stopping too early, so check "
                            + "the Pareto front and the %s to the target first.",
                        cost.unit(),
                        peak.epoch() + 1,
                        epochs,
                        100 * peak.accuracy(),
                        cost.noun())));
    return notes;
  }
}
