package io.github.greenscreen.summary;

import static io.github.greenscreen.table.CellFormat.AMOUNT;
import static io.github.greenscreen.table.CellFormat.COEFFICIENT;
import static io.github.greenscreen.table.CellFormat.COUNT;
import static io.github.greenscreen.table.CellFormat.PERCENT;
import static io.github.greenscreen.table.CellFormat.POWER;
import static io.github.greenscreen.table.CellFormat.TEXT;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.run.model.TimedPhase;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The table of runs: their names, parameters, and metrics. */
public final class RunTable {
  private RunTable() {}

  /** Return names and metrics of {@code runs}, which {@code result} knows. */
  public static Table<RunMetrics> of(AnalysisResult result, List<RunMetrics> runs) {
    return Table.of(runs, Column.text("run", RunMetrics::name)).and(metrics(result));
  }

  /** Return names, parameters and metrics of all runs of {@code result}. */
  static Table<RunMetrics> withParameters(AnalysisResult result) {
    Set<String> parameters = new LinkedHashSet<>();
    result.runs().forEach(run -> parameters.addAll(run.configuration().values().keySet()));
    parameters.remove("epochs");
    return Table.of(result.runs(), Column.text("run", RunMetrics::name))
        .and(parameters.stream().map(RunTable::parameter).toList())
        .and(result.runs().isEmpty() ? List.of() : cells(result));
  }

  /** Return the metrics under names without points, which only JSON resolves. */
  private static List<Column<RunMetrics>> cells(AnalysisResult result) {
    return metrics(result).stream().map(each -> each.named(each.name().replace('.', '_'))).toList();
  }

  private static Column<RunMetrics> parameter(String name) {
    return Column.text(name, run -> run.configuration().find(name).orElse(""));
  }

  /** Return the metrics of a run of {@code result}. */
  static List<Column<RunMetrics>> metrics(AnalysisResult result) {
    return Stream.of(basics(result), scores(), phases(result), carbon(result.carbon()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Column<RunMetrics>> basics(AnalysisResult result) {
    return List.of(
        metric("epochs", "Epochs", "", COUNT, RunMetrics::epochs),
        metric("val_accuracy", "Last accuracy", "%", PERCENT, run -> run.detail().valAccuracy()),
        metric("best_val_accuracy", "Best accuracy", "%", PERCENT, RunMetrics::bestAccuracy),
        metric("best_epoch", "Best epoch", "", COUNT, run -> epoch(run.bestEpoch())),
        metric("test_accuracy", "Test accuracy", "%", PERCENT, RunMetrics::testAccuracy),
        metric("test_f1", "Test macro F1", "", COEFFICIENT, RunMetrics::testF1),
        metric("seconds", "Time", "s", AMOUNT, RunMetrics::seconds),
        metric("energy_Wh", "Energy", "Wh", AMOUNT, RunMetrics::energyWh),
        metric("power_W", "Power", "W", POWER, RunMetrics::powerW),
        metric(
                "efficiency",
                "Efficiency",
                result.cost().efficiencyUnit(),
                AMOUNT,
                run -> run.efficiency())
            .headed("", "Efficiency"),
        metric("energy_net_Wh", "Net energy", "Wh", AMOUNT, RunMetrics::netWh),
        metric("idle_power_W", "Idle power", "W", POWER, run -> run.energy().idlePowerW()),
        metric(
            "power_coverage_percent",
            "Power coverage",
            "%",
            AMOUNT,
            run -> run.energy().coveragePercent()),
        metric(
            "energy_incomplete", "Energy incomplete", "", TEXT, run -> run.energy().incomplete()),
        metric("power_source", "Power source", "", TEXT, run -> run.powerSource().configName()),
        metric("judged_by", "Judged by", "", TEXT, RunTable::judge),
        metric("val_f1", "Macro F1", "", COEFFICIENT, run -> run.detail().scores().valF1()),
        metric("power_peak_W", "Peak power", "W", POWER, run -> run.detail().peakPowerW()),
        metric(
            "images_per_J", "Images per joule", "", AMOUNT, run -> run.detail().imagesPerJoule()),
        metric("target_epoch", "Target epoch", "", COUNT, run -> epoch(run.detail().targetEpoch())),
        metric(
            "energy_to_target_Wh",
            "Energy to target",
            "Wh",
            AMOUNT,
            run -> run.detail().targetWh()),
        metric(
            "seconds_to_target",
            "Time to target",
            "s",
            AMOUNT,
            run -> run.detail().targetSeconds()),
        metric("accuracy", "Accuracy", "%", PERCENT, RunMetrics::accuracy),
        metric("energy_per_epoch_Wh", "Energy per epoch", "Wh", AMOUNT, RunMetrics::whPerEpoch),
        metric("Wh per interval", "Wh per interval", "", AMOUNT, RunMetrics::whPerInterval));
  }

  private static List<Column<RunMetrics>> scores() {
    return List.of(
        metric("val_top5", "Top-5 accuracy", "%", PERCENT, run -> run.detail().scores().valTop5()),
        metric(
            "test_top5",
            "Test top-5 accuracy",
            "%",
            PERCENT,
            run -> run.detail().scores().testTop5()),
        metric(
            "val_ece",
            "Calibration error",
            "",
            COEFFICIENT,
            run -> run.detail().scores().valCalibrationError()),
        metric(
            "test_ece",
            "Test calibration error",
            "",
            COEFFICIENT,
            run -> run.detail().scores().testCalibrationError()),
        metric(
            "energy_to_best_epoch_Wh",
            "Energy to the best epoch",
            "Wh",
            AMOUNT,
            run -> run.detail().bestWh()),
        metric(
            "seconds_to_best_epoch",
            "Time to the best epoch",
            "s",
            AMOUNT,
            run -> run.detail().bestSeconds()));
  }

  /** Return the wall time of each phase that a run of {@code result} has recorded. */
  private static List<Column<RunMetrics>> phases(AnalysisResult result) {
    List<Map<String, Double>> recorded =
        Stream.concat(result.runs().stream(), result.referenceRuns().finalRun().stream())
            .map(run -> run.detail().phaseSeconds())
            .toList();
    return Stream.of(TimedPhase.values())
        .filter(phase -> recorded.stream().anyMatch(each -> Double.isFinite(phase.of(each))))
        .map(
            phase ->
                metric(
                    "phase_seconds." + phase.configName(),
                    "Seconds " + phase.configName(),
                    "s",
                    AMOUNT,
                    run -> phase.of(run.detail().phaseSeconds())))
        .toList();
  }

  private static List<Column<RunMetrics>> carbon(EmissionFactor carbon) {
    return List.of(
        metric("co2e_net_g", "Net CO2e", "g", AMOUNT, run -> carbon.grams(run.netWh())),
        metric("co2e_g", "CO2e", "g", AMOUNT, run -> carbon.grams(run.energyWh())));
  }

  private static Column<RunMetrics> metric(
      String name, String label, String unit, CellFormat format, Function<RunMetrics, ?> value) {
    return Column.of(name, format, value).headed(heading(label), label).in(unit);
  }

  /** Return {@code label} with a small letter, unless it begins with an abbreviation. */
  private static String heading(String label) {
    return Character.isLowerCase(label.charAt(1)) && !label.startsWith("Wh")
        ? Character.toLowerCase(label.charAt(0)) + label.substring(1)
        : label;
  }

  private static String judge(RunMetrics run) {
    return run.detail().isTested() ? "test_accuracy" : "val_accuracy";
  }

  /** Return an epoch, from 0; negative if unknown. */
  private static Object epoch(int epoch) {
    return epoch < 0 ? (Object) Double.NaN : (Object) epoch;
  }
}
