package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.SmiScenario.Row;
import io.github.greenscreen.SmiScenario.Tick;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of real runs on a machine that seems to have two GPUs. */
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
class ParallelSweepTest {
  private static final List<String> SMALL =
      List.of(
          "-n=2",
          "--epochs=2",
          "--dataset=shapes",
          "--limit=100",
          "--set=model=resnet20",
          "--set=precision=float32",
          "--set=internal=None",
          "--set=batch_size=32",
          "--meter=nvidia-smi",
          "--meter-period=0.2",
          "--idle=1");

  @TempDir Path folder;

  /** PyTorch has no GPU here, so that the sweep would train one run at a time on its own. */
  @Test
  void sweep_twoGpus_trainsOneRunOnEachAndMetersIt() throws Exception {
    Outcome outcome = sweep("--parallel=2");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    List<RunFolder> runs = new RunStore(folder.resolve("runs")).folders();
    assertThat(runs).hasSize(2);
    assertThat(runs).allMatch(run -> run.readStatus().state() == RunState.COMPLETED);
    assertThat(runs.get(0).readPower())
        .isNotEmpty()
        .allMatch(sample -> sample.powerW() == 100 && sample.device().equals("GPU 0"));
    assertThat(runs.get(1).readPower())
        .isNotEmpty()
        .allMatch(sample -> sample.powerW() == 200 && sample.device().equals("GPU 1"));
    assertThat(idlePowers(runs)).containsExactly("100", "200");
    assertThat(first(runs.get(0))).isLessThan(last(runs.get(1)));
    assertThat(first(runs.get(1))).isLessThan(last(runs.get(0)));
  }

  @Test
  void sweep_twoRunsOnOneGpu_hasNoCompleteEnergy() throws Exception {
    Outcome outcome = sweep("--parallel=2", "visible=GPU-aaaa");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    for (RunFolder run : new RunStore(folder.resolve("runs")).folders()) {
      assertThat(StatusEntries.of(run.readStatus()))
          .hasEntrySatisfying(
              "energy_incomplete",
              // A machine that is busy with other work may lose samples as well.
              reason ->
                  assertThat(reason)
                      .endsWith(
                          "2 parallel runs share GPU-aaaa, so their energy cannot be told apart"));
    }
  }

  private static List<String> idlePowers(List<RunFolder> runs) {
    return runs.stream()
        .map(run -> StatusEntries.of(run.readStatus()).get("idle_power_W"))
        .toList();
  }

  private static long first(RunFolder run) {
    return run.readPower().stream().mapToLong(PowerSample::timeMillis).min().orElseThrow();
  }

  private static long last(RunFolder run) {
    return run.readPower().stream().mapToLong(PowerSample::timeMillis).max().orElseThrow();
  }

  private Outcome sweep(String... more) throws Exception {
    new SmiScenario()
        .gpu("Tesla V100", "GPU-aaaa")
        .gpu("Tesla V100", "GPU-bbbb")
        .tick(
            new Tick()
                .rows(
                    new Row(0, "GPU-aaaa").power("100.00"), new Row(1, "GPU-bbbb").power("200.00")))
        .install(Files.createDirectory(folder.resolve("tools")));
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", folder.resolve("tools") + ":" + System.getenv("PATH"));
    environment.put("OPT_OUT_TRACKING", "true");
    environment.put("OMP_NUM_THREADS", "1");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Greenscreen.class.getName(), "sweep"));
    command.addAll(List.of("--config", Path.of("config.yaml").toAbsolutePath().toString()));
    command.addAll(SMALL);
    for (String word : more) {
      if (word.startsWith("visible=")) {
        environment.put("CUDA_VISIBLE_DEVICES", word.substring("visible=".length()));
      } else {
        command.add(word);
      }
    }
    return Shell.run(folder, environment, command);
  }
}
