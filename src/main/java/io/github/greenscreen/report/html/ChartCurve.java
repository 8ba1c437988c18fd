package io.github.greenscreen.report.html;

import io.github.greenscreen.format.ChartNumberFormat;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.table.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A column of {@code logs.csv} that the page can draw over the epochs.
 *
 * @param key its name in the data of the page
 * @param label its label, with its unit
 * @param of returns the number, NaN if it was not measured
 */
record ChartCurve(String key, String label, ToDoubleFunction<EpochRow> of) {
  private static final List<ChartCurve> ALL =
      List.of(
          new ChartCurve("val_accuracy", "Validation accuracy (%)", row -> 100 * row.valAccuracy()),
          new ChartCurve("accuracy", "Training accuracy (%)", row -> 100 * row.accuracy()),
          new ChartCurve("val_loss", "Validation loss", EpochRow::valLoss),
          new ChartCurve("loss", "Training loss", EpochRow::loss),
          new ChartCurve("power_W", "Mean power (W)", EpochRow::powerW),
          new ChartCurve("energy_Wh", "Energy of the epoch (Wh)", EpochRow::energyWh),
          new ChartCurve("epoch_seconds", "Time of the epoch (s)", EpochRow::epochSeconds),
          new ChartCurve("learning_rate", "Learning rate", EpochRow::learningRate));

  /** Return key and label of every curve. */
  static List<JsonObject> heads() {
    return ALL.stream()
        .map(curve -> new JsonObject().with("key", curve.key).with("label", curve.label))
        .toList();
  }

  /** Return the curves of a run by key, one number for each epoch; empty curves are absent. */
  static Map<String, List<Double>> of(List<EpochRow> rows) {
    List<EpochRow> epochs = rows.stream().filter(EpochRow::isTraining).toList();
    Map<String, List<Double>> curves = new LinkedHashMap<>();
    for (ChartCurve curve : ALL) {
      List<Double> numbers =
          epochs.stream().map(row -> ChartNumberFormat.of(curve.of.applyAsDouble(row))).toList();
      if (numbers.stream().anyMatch(Objects::nonNull)) {
        curves.put(curve.key, numbers);
      }
    }
    return curves;
  }
}
