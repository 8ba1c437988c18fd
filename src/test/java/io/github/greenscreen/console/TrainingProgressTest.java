package io.github.greenscreen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrainingProgressTest {
  private final StringWriter text = new StringWriter();

  @Test
  void trainingBegins_anyDevice_namesSizeDeviceAndWhatDiffers() {
    progress(Terminal.plain())
        .trainingBegins(
            new EngineInfo(
                NetworkSize.ofParameters(269_722),
                Map.of("device", "cpu"),
                Map.of("precision_effective", "bfloat16")));

    assertThat(text.toString().lines())
        .containsExactly("training 269,722 parameters on cpu", "precision_effective: bfloat16");
  }

  @Test
  void epochEnded_piped_isOneLine() {
    progress(Terminal.plain())
        .epochEnded(
            new EpochResult(
                2, 1.23456, 0.5, Double.NaN, 0.412, 0.01, 1000, 13_300, 11, 1.3, 0, 800));

    assertThat(text.toString().lines())
        .containsExactly(
            "epoch  3/10  loss 1.2346  accuracy  50.0 %  validation loss NaN  accuracy  41.2 %  12 s");
  }

  @Test
  void epochEnded_diverged_showsTheSizeOfTheLoss() {
    progress(Terminal.plain())
        .epochEnded(
            new EpochResult(
                2, 99_999, 0.5, 859_036_637_593.6, 0.1, 0.01, 0, 12_000, 11, 1, 0, 800));

    assertThat(text.toString())
        .contains("loss 99999.0000  accuracy")
        .contains("validation loss 8.590e+11  accuracy");
  }

  @Test
  void epochEnded_brokenOff_saysThatNothingWasValidated() {
    double nan = Double.NaN;
    progress(Terminal.plain())
        .epochEnded(new EpochResult(2, nan, 0.5, nan, nan, 0.01, 0, 12_000, 11, 1, 0, 800));

    assertThat(text.toString().lines())
        .containsExactly("epoch  3/10  loss NaN  accuracy  50.0 %  not validated  12 s");
  }

  @Test
  void batchEnded_onTerminal_movesTheBar() {
    progress(new Terminal(70, false)).batchEnded(4, 9, 20);

    assertThat(text.toString()).contains("]  45 %  epoch 5/10");
  }

  private TrainingProgress progress(Terminal terminal) {
    return new TrainingProgress(new ProgressBar(new PrintWriter(text), terminal, () -> 0), 10);
  }
}
