package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.SmiScenario.Row;
import io.github.greenscreen.SmiScenario.Tick;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sweep of a real run, which breaks a constraint on a GPU that says so. */
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
class ConstrainedSweepTest {
  private static final String CONFIG =
      """
      method: hyperpower
      run_cap: 1
      constraints: {@LIMIT@}
      parameters:
        lr: {values: [0.01, 0.001]}
        model: {value: resnet20}
        precision: {value: float32}
        batch_size: {value: 32}
        dataset: {value: shapes}
        epochs: {value: 200}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "gpu_memory_MiB: 1000, GPU memory in use is 1024 MiB, gpu_memory_MiB",
    "energy_Wh: 0.05, energy so far is 0., energy_Wh"
  })
  void sweep_runBreaksALimit_stopsItWithinSecondsAndKeepsWhatWasMeasured(
      String limit, String words, String metric) throws Exception {
    Outcome outcome = sweep(limit);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunFolder run = new RunStore(folder.resolve("runs")).folders().get(0);
    RunStatus status = run.readStatus();
    assertThat(status.state()).isEqualTo(RunState.STOPPED);
    assertThat(status.reason()).startsWith(words).endsWith("of constraint " + metric);
    assertThat(status.measurements().violation())
        .hasValueSatisfying(broken -> assertThat(broken.metric()).isEqualTo(metric));
    assertThat(run.readEpochs()).hasSizeLessThan(200);
    assertThat(outcome.out())
        .startsWith("sweep: 0 of 1 runs completed, 1 stopped, 0 failed\n  001 stopped: " + words)
        .contains("1 of 1 measured runs broke " + metric);
  }

  private Outcome sweep(String limit) throws Exception {
    new SmiScenario()
        .gpu("Tesla V100", "GPU-aaaa")
        .tick(new Tick().rows(new Row(0, "GPU-aaaa").power("100.00").with("memory.used", "1024")))
        .install(Files.createDirectory(folder.resolve("tools")));
    Path config = Files.writeString(folder.resolve("c.yaml"), CONFIG.replace("@LIMIT@", limit));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Greenscreen.class.getName(),
            "sweep",
            "--config=" + config,
            "--limit=256",
            "--meter=nvidia-smi",
            "--meter-period=0.2",
            "--idle=0");
    String path = folder.resolve("tools") + ":" + System.getenv("PATH");
    Map<String, String> environment =
        Map.of("PATH", path, "OPT_OUT_TRACKING", "true", "OMP_NUM_THREADS", "1");
    return Shell.run(folder, environment, command);
  }
}
