package io.github.greenscreen.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.search.Trial;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialFactoryTest {
  private static final RunRecord RUN =
      SampleRuns.run("017", SampleRuns.configuration("lr", "0.1"), 0.6, 36, 2);

  @Test
  void of_profileRun_tellsPowerAloneAndMayBeTriedAgain() {
    RunRecord run =
        SampleRuns.with(
            SampleRuns.run("001", SampleRuns.configuration("lr", "0.1"), 0.5, 60, 3),
            SampleRuns.status(RunState.COMPLETED, "", RunPurpose.PROFILE));

    Trial trial = TrialFactory.of(run, 4);

    assertThat(trial.state()).isEqualTo(Trial.State.PROFILED);
    assertThat(trial.metrics()).containsOnlyKeys("power_W");
  }

  @Test
  void of_completedRun_carriesMetricsByColumn() {
    Trial trial = TrialFactory.of(RUN, 5);

    assertThat(trial.number()).isEqualTo(5);
    assertThat(trial.state()).isEqualTo(Trial.State.COMPLETED);
    assertThat(trial.configuration().get("lr")).isEqualTo("0.1");
    assertThat(trial.metrics())
        .contains(
            entry("val_accuracy", 0.6),
            entry("energy_Wh", 2.0),
            entry("power_W", 200.0),
            entry("epoch_seconds", 36.0),
            entry("efficiency", 30.0))
        .doesNotContainKeys("gpu_memory_MiB", "val_loss");
    assertThat(trial.curve()).hasSize(1);
    assertThat(trial.curve().get(0)).contains(entry("val_accuracy", 0.6), entry("energy_Wh", 2.0));
  }

  @Test
  void of_logOfTheStudy_leavesOutPreAndPost() {
    RunRecord old =
        SampleRuns.with(RUN, OptionalInt.empty(), SampleRuns.oldLog(0.1, Double.NaN, 0.3));

    Trial trial = TrialFactory.of(old, 1);

    assertThat(trial.curve()).hasSize(3);
    assertThat(trial.curve().get(0))
        .contains(entry("epoch_seconds", 60.0), entry("energy_Wh", 2.0));
    assertThat(trial.curve().get(1)).doesNotContainKey("val_accuracy");
    assertThat(trial.metric("val_accuracy")).hasValue(0.3);
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, COMPLETED",
    "STOPPED, STOPPED",
    "FAILED, FAILED",
    "RUNNING, PENDING",
    "WAITING, PENDING",
    "INTERRUPTED, PENDING",
    "INCOMPLETE, FAILED"
  })
  void of_state_isThatOfTheTrial(RunState state, Trial.State expected) {
    RunRecord run = SampleRuns.with(RUN, SampleRuns.status(state, "", RunPurpose.SWEEP));

    assertThat(TrialFactory.of(run, 1).state()).isEqualTo(expected);
  }

  @Test
  void of_runWithoutEpochs_knowsNothing() {
    RunRecord run = SampleRuns.with(RUN, OptionalInt.of(1), List.of());

    assertThat(TrialFactory.of(run, 1).curve()).isEmpty();
    assertThat(TrialFactory.of(run, 1).metrics()).doesNotContainKeys("val_accuracy", "energy_Wh");
  }
}
