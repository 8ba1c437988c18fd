package io.github.greenscreen.analysis.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceRunsTest {
  private static final RunRecord BASELINE = run("002", RunPurpose.BASELINE, RunState.COMPLETED);
  private static final RunRecord SWEEP = run("003", RunPurpose.SWEEP, RunState.COMPLETED);

  @Test
  void of_baselineAndFinal_findsBoth() {
    ReferenceRuns found =
        referenceRuns(BASELINE, SWEEP, run("009", RunPurpose.FINAL, RunState.COMPLETED));

    assertThat(found.baseline()).map(RunMetrics::name).contains("002");
    assertThat(found.finalRun()).map(RunMetrics::name).contains("009");
  }

  @Test
  void of_failedBaseline_isNone() {
    assertThat(referenceRuns(run("002", RunPurpose.BASELINE, RunState.FAILED), SWEEP).baseline())
        .isEmpty();
  }

  @Test
  void of_baselineThatWasMadeAgain_isTheFirstThatCompleted() {
    RunRecord failed = run("001", RunPurpose.BASELINE, RunState.FAILED);

    assertThat(referenceRuns(failed, SWEEP, BASELINE).baseline())
        .map(RunMetrics::name)
        .contains("002");
  }

  @Test
  void of_failedFinalAfterACompletedOne_takesTheCompleted() {
    RunRecord first = run("008", RunPurpose.FINAL, RunState.COMPLETED);

    assertThat(
            referenceRuns(BASELINE, first, run("009", RunPurpose.FINAL, RunState.FAILED))
                .finalRun())
        .map(RunMetrics::name)
        .contains("008");
    assertThat(
            referenceRuns(run("009", RunPurpose.FINAL, RunState.STOPPED), first, BASELINE)
                .finalRun())
        .isEmpty();
  }

  private static ReferenceRuns referenceRuns(RunRecord... runs) {
    return Analysis.of(List.of(runs), AnalysisOptions.none()).referenceRuns();
  }

  private static RunRecord run(String name, RunPurpose purpose, RunState state) {
    RunRecord run = SampleRuns.run(name, SampleRuns.configuration("size", "16"), 0.5, 100, 6);
    return SampleRuns.with(run, SampleRuns.status(state, "", purpose));
  }
}
