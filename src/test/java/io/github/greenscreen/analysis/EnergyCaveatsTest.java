package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnergyCaveatsTest {
  private static final Map<String, String> SHARED =
      Map.of("gpu_shared_with", "GPU 0: python3 (pid 7)");
  private static final Map<String, String> DIFFERENT =
      Map.of(
          "energy_trapezoids_Wh", "100.0",
          "energy_counter_Wh", "110.0",
          "energy_counter_ratio", "1.1",
          "energy_source", "counter");

  @Test
  void sentences_ofRunsThatNotedNothing_areNone() {
    assertThat(EnergyCaveats.sentences(List.of(run("001", Map.of())))).isEmpty();
  }

  @Test
  void sentences_ofDoubtfulRuns_nameThem() {
    List<RunRecord> runs =
        List.of(
            run("001", Map.of()), run("002", SHARED), run("003", DIFFERENT), run("004", SHARED));
    assertThat(EnergyCaveats.sentences(runs))
        .containsExactly(
            "Other processes used the metered GPUs; their energy is included in runs 002, 004.",
            "Energy counter and power samples differ by more than 5 % in run 003.");
  }

  @Test
  void sentences_idlePowerAboveThatOfTheRun_saysThatThereIsNoNetEnergy() {
    Map<String, String> facts =
        Map.of(
            "energy_gross_Wh", "0.5",
            "idle_power_W", "60",
            "energy_net_Wh", "-0.5",
            "power_coverage_percent", "100.0");

    assertThat(EnergyCaveats.sentences(List.of(run("001", facts), run("002", SHARED))))
        .contains("The idle power is above the mean power, so there is no net energy, in run 001.");
  }

  @Test
  void of_runsThatSharedAGpu_notesIt() {
    assertThat(Analysis.of(List.of(run("001", SHARED)), AnalysisOptions.none()).notes())
        .last()
        .asString()
        .endsWith("included in run 001.");
  }

  private static RunRecord run(String name, Map<String, String> facts) {
    RunRecord run = SampleRuns.run(name, SampleRuns.configuration("lr", "0.1"), 0.5, 60, 1);
    RunStatus status = run.status();
    return SampleRuns.with(run, StatusEntries.with(status, facts));
  }
}
