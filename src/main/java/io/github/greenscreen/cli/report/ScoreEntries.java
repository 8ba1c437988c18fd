package io.github.greenscreen.cli.report;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.format.DurationFormat;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.run.evaluation.ClassificationScores;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names and values of the scores that {@code runs show} prints; unknown scores are left out. */
final class ScoreEntries {
  private ScoreEntries() {}

  /** Return the scores of {@code run} on the validation split, beside its accuracy. */
  static Map<String, String> ofValidation(RunMetrics run) {
    ClassificationScores scores = run.detail().scores();
    Map<String, String> entries = new LinkedHashMap<>();
    put(entries, "validation F1", TextNumberFormat.fixed(scores.valF1(), 4, ""));
    put(entries, "validation top-5 accuracy", TextNumberFormat.percentage(scores.valTop5()));
    put(
        entries,
        "validation calibration error",
        TextNumberFormat.fixed(scores.valCalibrationError(), 4, ""));
    return entries;
  }

  /** Return the scores of {@code run} on the test split, beside accuracy and F1. */
  static Map<String, String> ofTest(RunMetrics run) {
    ClassificationScores scores = run.detail().scores();
    Map<String, String> entries = new LinkedHashMap<>();
    put(entries, "test top-5 accuracy", TextNumberFormat.percentage(scores.testTop5()));
    put(
        entries,
        "test calibration error",
        TextNumberFormat.fixed(scores.testCalibrationError(), 4, ""));
    return entries;
  }

  /** Return the best epoch of {@code run}, and energy and time up to its end. */
  static Map<String, String> ofBestEpoch(RunMetrics run) {
    Map<String, String> entries = new LinkedHashMap<>();
    if (run.bestEpoch() >= 0) {
      entries.put(
          "best epoch",
          run.bestEpoch() + " (" + TextNumberFormat.percentage(run.bestAccuracy()) + ")");
      entries.put(
          "energy to the best epoch",
          PowerSourceLabel.beside(
              TextNumberFormat.fixed(run.detail().bestWh(), 3, " Wh"), run.mark()));
      entries.put("time to the best epoch", DurationFormat.spell(run.detail().bestSeconds()));
    }
    return entries;
  }

  private static void put(Map<String, String> entries, String name, String value) {
    if (!value.equals(TextNumberFormat.MISSING)) {
      entries.put(name, value);
    }
  }
}
