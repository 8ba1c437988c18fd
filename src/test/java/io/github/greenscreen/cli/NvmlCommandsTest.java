package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.CompiledNvml;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.EnergyCounterReading;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands against a real library that plays NVIDIA's. */
final class NvmlCommandsTest {
  private static final String FIELD =
      ", power_field NVML_FI_DEV_POWER_AVERAGE and NVML_FI_DEV_POWER_INSTANT";
  private static final String DRIVER = ", power_driver 550.54.15";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void power_withALibrary_showsItsFieldDriverAndCounter() {
    Outcome outcome = withNvml().run("power --seconds 1");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "nvml: sampled every second"
                            + FIELD
                            + ", power_averaged_s 1"
                            + DRIVER
                            + ", power_gpus GPU 0 GPU-aa, GPU 1 GPU-bb, power_energy_counter GPU 0,"
                            + " gpu_shared_with GPU 0: unknown process; GPU 1: unknown process"),
            line -> assertThat(line).startsWith("time      meter   device"),
            line -> assertThat(line).matches(".* nvml +GPU 0 +117\\.7 W +61 C +97 % +10240 MiB"),
            line -> assertThat(line).matches(".* nvml +GPU 1 +90\\.0 W +61 C +97 % +10240 MiB"));
  }

  @Test
  void doctor_withALibrary_choosesIt() {
    assertThat(withNvml().run("doctor").out())
        .containsPattern(
            "\nok +power meter +nvml, GPU 0 117.7 W, GPU 1 90.0 W"
                + FIELD
                + DRIVER
                + ", power_energy_counter GPU 0\n");
  }

  @Test
  void runsShow_ofADoubtfulEnergy_warns() {
    cli.study("train --baseline");
    RunFolder run = new RunStore(folder.resolve("runs")).find("1").orElseThrow();
    RunStatus status = run.readStatus();
    EnergyCounterReading counter = new EnergyCounterReading(100, 110, 1.1, "counter");
    RunMeasurements measured = status.measurements();
    run.writeStatus(
        status
            .withMeasurements(
                measured.withEnergy(measured.energy(), measured.sampling(), Optional.of(counter)))
            .withEnvironment(Map.of("gpu_shared_with", "GPU 0: python3 (pid 7)")));

    assertThat(cli.run("runs show 1 --runs @/runs").out())
        .containsPattern(
            "\n  warning +the energy counter reads 110.0 % of the energy integrated from "
                + "the power samples; the counter is used\n  warning +the energy of other "
                + "processes is included: GPU 0: python3 \\(pid 7\\)\n")
        .containsPattern("\n  energy_trapezoids_Wh +100.000000\n  energy_counter_Wh +110.000000\n");
  }

  private CliFixture withNvml() {
    String library = CompiledNvml.compile(folder).toString();
    return cli.with(Map.of("PATH", "", "GREENSCREEN_NVML", library));
  }
}
