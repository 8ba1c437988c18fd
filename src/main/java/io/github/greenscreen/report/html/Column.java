package io.github.greenscreen.report.html;

import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A metric of a run that the page can sort by and draw on an axis.
 *
 * @param key its name in the data of the page
 * @param label its label
 * @param unit its unit, empty for none
 * @param better {@code higher}, {@code lower}, or empty if neither is
 * @param of returns the number, NaN if it was not measured
 */
public record Column(
    String key, String label, String unit, String better, ToDoubleFunction<RunMetrics> of) {
  private static final double PERCENT = 100;

  /** Return every possible column; the page omits those that no run has. */
  static List<Column> all(EmissionFactor carbon) {
    return List.of(
        higher("accuracy", "Accuracy", "%", run -> PERCENT * run.accuracy()),
        higher("best_accuracy", "Best accuracy", "%", run -> PERCENT * run.bestAccuracy()),
        neither("best_epoch", "Best epoch", "", run -> run.bestEpoch() + 1.0),
        higher("test_accuracy", "Test accuracy", "%", run -> PERCENT * run.testAccuracy()),
        higher("test_f1", "Test macro F1", "", RunMetrics::testF1),
        lower("energy_Wh", "Energy", "Wh", RunMetrics::energyWh),
        lower("energy_net_Wh", "Net energy", "Wh", RunMetrics::netWh),
        lower("co2e_g", "CO2e", "g", run -> carbon.grams(run.energyWh())),
        lower("power_W", "Mean power", "W", RunMetrics::powerW),
        lower("peak_power_W", "Peak power", "W", run -> run.detail().peakPowerW()),
        lower("seconds", "Time", "s", RunMetrics::seconds),
        neither("epochs", "Epochs", "", RunMetrics::epochs),
        higher("efficiency", "Efficiency", "% per cost", RunMetrics::efficiency),
        lower("target_Wh", "Energy to target", "Wh", run -> run.detail().targetWh()));
  }

  /** Return the description of the column, without its numbers. */
  Map<String, Object> head() {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("key", key);
    head.put("label", label);
    head.put("unit", unit);
    head.put("better", better);
    return head;
  }

  private static Column higher(
      String key, String label, String unit, ToDoubleFunction<RunMetrics> of) {
    return new Column(key, label, unit, "higher", of);
  }

  private static Column lower(
      String key, String label, String unit, ToDoubleFunction<RunMetrics> of) {
    return new Column(key, label, unit, "lower", of);
  }

  private static Column neither(
      String key, String label, String unit, ToDoubleFunction<RunMetrics> of) {
    return new Column(key, label, unit, "", of);
  }
}
