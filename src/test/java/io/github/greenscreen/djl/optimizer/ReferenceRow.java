package io.github.greenscreen.djl.optimizer;

import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** One row of {@code reference.csv}, which {@code reference.py} made with PyTorch's optimizers. */
@SuppressWarnings("ArrayRecordComponent") // read only
record ReferenceRow(OptimizerKind kind, double momentum, String type, double[] values) {

  /** Return the rows in half precision or the others. */
  static Stream<ReferenceRow> rows(boolean half) {
    try (InputStream in = ReferenceRow.class.getResourceAsStream("reference.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text
          .lines()
          .map(line -> line.split(",", -1))
          .map(ReferenceRow::of)
          .filter(row -> row.type.endsWith("FLOAT16") == half)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReferenceRow of(String[] cells) {
    return new ReferenceRow(
        OptimizerKind.valueOf(cells[0]),
        Double.parseDouble(cells[1]),
        cells[2],
        Arrays.stream(cells).skip(3).mapToDouble(Double::parseDouble).toArray());
  }

  @Override
  public String toString() {
    return kind + " " + momentum + " " + type;
  }
}
