package io.github.greenscreen.djl.optimizer;

import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.OptimizerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** One row of {@code settings.csv}, which {@code settings.py} made with PyTorch's optimizers. */
@SuppressWarnings("ArrayRecordComponent") // read only
record SettingsRow(OptimizerSettings settings, String type, double[] values) {

  static Stream<SettingsRow> rows() {
    try (InputStream in = SettingsRow.class.getResourceAsStream("settings.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> of(line.split(",", -1))).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SettingsRow of(String[] cells) {
    OptionalDouble largest =
        cells[3].equals("None")
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(cells[3]));
    return new SettingsRow(
        new OptimizerSettings(
            OptimizerKind.valueOf(cells[0]),
            Double.parseDouble(cells[1]),
            OptionalDouble.of(Double.parseDouble(cells[2])),
            largest),
        cells[4],
        Arrays.stream(cells).skip(5).mapToDouble(Double::parseDouble).toArray());
  }

  @Override
  public String toString() {
    return settings + " " + type;
  }
}
