package io.github.greenscreen.run.format;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.run.evaluation.LayerSparsity;
import java.util.List;

/** Writes the sparsity of each matrix and kernel of a network as CSV, a row for each. */
public final class SparsityFile {
  private SparsityFile() {}

  /** Return the content of the file for {@code layers}. */
  public static String format(List<LayerSparsity> layers) {
    StringBuilder text =
        new StringBuilder(CsvTable.line(List.of("array", "weights", "zeros", "sparsity")));
    for (LayerSparsity layer : layers) {
      text.append(
          CsvTable.line(
              List.of(
                  layer.name(),
                  Long.toString(layer.weights()),
                  Long.toString(layer.zeros()),
                  CsvNumberFormat.sixDecimals(layer.sparsity()))));
    }
    return text.toString();
  }
}
