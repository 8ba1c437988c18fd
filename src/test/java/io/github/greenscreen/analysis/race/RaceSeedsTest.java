package io.github.greenscreen.analysis.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceSeedsTest {
  @Test
  void of_seedsOfTheSweep_areLeftOut() {
    List<RunRecord> records =
        List.of(
            run(2, RunPurpose.SWEEP),
            run(4, RunPurpose.BASELINE),
            run(22, RunPurpose.SINGLE),
            run(3, RunPurpose.FINAL));

    assertThat(RaceSeeds.of(records, 4)).containsExactly(1L, 3L, 5L, 6L);
  }

  private static RunRecord run(long seed, RunPurpose purpose) {
    RunRecord run = SampleRuns.run("001", SampleRuns.configuration("size", "16"), 0.5, 100, 6);
    RunPlan plan =
        new RunPlan(run.plan().configuration(), seed, run.plan().epochs(), run.plan().dataset());
    return new RunRecord(
        run.name(),
        plan,
        run.result(),
        run.epochs(),
        SampleRuns.status(RunState.COMPLETED, "", purpose));
  }
}
