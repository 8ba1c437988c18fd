package io.github.greenscreen.power.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateMeterTest {
  @TempDir private Path folder;
  private long millis = 1_000_000;

  @Test
  void read_isUtilizationTimesWattsAndSaysThatItIsEstimated() throws IOException {
    stat("cpu  100 10 90 700 100 0 0 0 999 0");
    EstimateMeter meter = meter();
    // 30 of 100 ticks were worked; idle and waiting for disks are none, guests are in user.
    stat("cpu  120 10 95 760 110 2 3 0 5000 0\ncpu0 1 2 3 4 5");
    millis += 1000;
    assertThat(meter.read())
        .containsExactly(
            new PowerSample(1_000_500, "CPU (estimated)", 19.5, Double.NaN, 30, Double.NaN));
    assertThat(meter.facts())
        .isEqualTo(Map.of("power_estimated", "true", "power_estimate_W", "65.0"));
    assertThat(meter.name()).isEqualTo("estimate");
  }

  @Test
  void read_withinATenthOfASecond_givesNothing() throws IOException {
    stat("cpu 0 0 0 0 0");
    EstimateMeter meter = meter();
    millis += 99;
    assertThat(meter.read()).isEmpty();
    stat("cpu 10 0 0 0 0");
    millis += 1;
    assertThat(meter.read()).extracting(PowerSample::powerW).containsExactly(65.0);
  }

  @Test
  void read_whereNoTimePassed_isUnknown() throws IOException {
    stat("cpu 1 2 3 4 5");
    EstimateMeter meter = meter();
    millis += 1000;
    assertThat(meter.read()).extracting(PowerSample::powerW).containsExactly(Double.NaN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "intr 1 2 3 4 5", "cpu 1 2 3", "cpu a b c d e"})
  void read_ofAnythingElse_isUnknownAndSaysWhy(String content) throws IOException {
    stat(content);
    EstimateMeter meter = meter();
    millis += 1000;
    assertThat(meter.read()).extracting(PowerSample::powerW).containsExactly(Double.NaN);
    assertThat(meter.errorLog())
        .containsExactly(
            folder.resolve("stat") + ": expected a line such as: cpu 4705 356 584 3699 23");
  }

  private EstimateMeter meter() {
    return new EstimateMeter(65, folder.resolve("stat"), () -> millis, () -> millis * 1_000_000);
  }

  private void stat(String content) throws IOException {
    Files.writeString(folder.resolve("stat"), content + "\n");
  }
}
