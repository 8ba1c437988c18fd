package io.github.greenscreen.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.power.meter.MeterChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The meter that the user chooses reaches whoever opens it. */
final class MeterOptionsTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void train_withoutMeter_takesTheBest() {
    assertThat(cli.study("train").code()).isZero();
    assertThat(cli.meters()).containsOnly(MeterChoice.AUTO);
  }

  @Test
  void train_withMeters_opensThem() {
    assertThat(cli.study("train --meter nvidia-smi+estimate:65W --meter-period 0.1").code())
        .isZero();
    assertThat(cli.meters())
        .containsOnly(MeterChoice.of("nvidia-smi+estimate:65W", Duration.ofMillis(100)));
  }

  @Test
  void sweep_withMeters_handsThemToItsRuns() {
    assertThat(cli.study("sweep -n 1 --meter rapl,nvidia-smi --meter-period 2").code()).isZero();
    assertThat(cli.meters()).containsOnly(MeterChoice.of("rapl+nvidia-smi", Duration.ofSeconds(2)));
    assertThat(cli.study("sweep --resume").code()).isNotEqualTo(2);
    assertThat(cli.launches())
        .containsOnly(List.of("--meter", "rapl+nvidia-smi", "--meter-period", "2"))
        .hasSize(2);
    MeterChoice choice = MeterChoice.of("none", Duration.ofMillis(50));
    assertThat(MeterOptions.words(choice)).containsExactly("--meter", "none");
  }
}
