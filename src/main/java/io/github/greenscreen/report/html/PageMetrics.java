package io.github.greenscreen.report.html;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.summary.RunTable;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import io.github.greenscreen.table.Table;
import java.util.List;
import java.util.Set;

/** The metrics of a run that the page can sort by and draw on an axis. */
final class PageMetrics {
  private static final Set<String> HIGHER_IS_BETTER =
      Set.of(
          "accuracy",
          "best_accuracy",
          "test_accuracy",
          "test_f1",
          "val_f1",
          "val_top5",
          "test_top5",
          "efficiency");
  private static final Set<String> NEITHER_IS_BETTER = Set.of("best_epoch", "epochs");
  private static final double PERCENT = 100;

  private PageMetrics() {}

  /** Return every possible metric; the page omits those that no run has. */
  static List<Column<RunMetrics>> of(AnalysisResult analysis) {
    Table<RunMetrics> runs = RunTable.of(analysis, analysis.runs());
    return List.of(
        runs.column("accuracy"),
        runs.column("best_val_accuracy").named("best_accuracy"),
        Column.of("best_epoch", CellFormat.COUNT, (RunMetrics run) -> run.bestEpoch() + 1.0)
            .labelled("Best epoch"),
        runs.column("test_accuracy"),
        runs.column("test_f1"),
        runs.column("val_f1").labelled("Validation macro F1"),
        runs.column("val_top5").labelled("Validation top-5 accuracy"),
        runs.column("test_top5"),
        runs.column("val_ece").labelled("Validation calibration error"),
        runs.column("test_ece"),
        runs.column("energy_Wh"),
        runs.column("energy_net_Wh"),
        runs.column("co2e_g"),
        runs.column("power_W").labelled("Mean power"),
        runs.column("power_peak_W").named("peak_power_W"),
        runs.column("seconds"),
        runs.column("epochs"),
        runs.column("efficiency"),
        runs.column("energy_to_target_Wh").named("target_Wh"),
        runs.column("energy_to_best_epoch_Wh").named("best_epoch_Wh"));
  }

  /** Return the description of {@code metric}, without its numbers. */
  static JsonObject head(Column<RunMetrics> metric) {
    return new JsonObject()
        .with("key", metric.name())
        .with("label", metric.label())
        .with("unit", metric.unit())
        .with("better", better(metric.name()));
  }

  private static String better(String key) {
    if (NEITHER_IS_BETTER.contains(key)) {
      return "";
    }
    return HIGHER_IS_BETTER.contains(key) ? "higher" : "lower";
  }

  /** Return the number of {@code run} in the unit of {@code metric}, NaN if it is unknown. */
  static double number(Column<RunMetrics> metric, RunMetrics run) {
    double number = ((Number) metric.cell(run)).doubleValue();
    return metric.format() == CellFormat.PERCENT ? PERCENT * number : number;
  }
}
