package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EarlyStoppingSavingsTest {
  @Test
  void of_stoppedRuns_countsTheirEpochsAtTheMeanOfTheOthers() {
    RunRecord first = completed("001", 8);
    int epochs = (int) first.epochs().stream().filter(row -> row.isTraining()).count();

    EarlyStoppingSavings savings =
        EarlyStoppingSavings.of(
            List.of(
                first,
                completed("002", 12),
                stopped("003", RunPurpose.SWEEP, epochs + 30),
                stopped("004", RunPurpose.SWEEP, epochs + 12),
                stopped("005", RunPurpose.FINAL, epochs + 7),
                stopped("006", RunPurpose.SWEEP, epochs)));

    assertThat(savings.stopped()).isEqualTo(2);
    assertThat(savings.epochs()).isEqualTo(42);
    assertThat(savings.completed()).isEqualTo(2);
    assertThat(savings.epochWh()).isEqualTo(20.0 / (2 * epochs));
    assertThat(savings.savedWh()).isEqualTo(42 * 20.0 / (2 * epochs));
  }

  @Test
  void of_nothingToCompareWith_isUnknown() {
    EarlyStoppingSavings savings =
        EarlyStoppingSavings.of(List.of(stopped("001", RunPurpose.SWEEP, 100)));

    assertThat(savings.stopped()).isEqualTo(1);
    assertThat(savings.savedWh()).isNaN();
  }

  private static RunRecord completed(String name, double energyWh) {
    return SampleRuns.run(name, SampleRuns.configuration("lr", "0.1"), 0.5, 60, energyWh);
  }

  private static RunRecord stopped(String name, RunPurpose purpose, int epochs) {
    RunRecord run = completed(name, 3);
    RunPlan plan =
        new RunPlan(
            run.plan().configuration(),
            run.plan().seed(),
            OptionalInt.of(epochs),
            run.plan().dataset());
    return new RunRecord(
        name,
        plan,
        run.result(),
        run.epochs(),
        SampleRuns.status(RunState.STOPPED, "chance: 0.1", purpose));
  }
}
