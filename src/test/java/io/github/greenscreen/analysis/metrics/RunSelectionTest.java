package io.github.greenscreen.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunSelectionTest {

  @Test
  void of_anyOrder_sortsByNumber() {
    RunSelection selection =
        RunSelection.of(List.of(run("1000"), run("002"), run("999"), run("x")));

    assertThat(selection.runs())
        .extracting(RunRecord::name)
        .containsExactly("002", "999", "1000", "x");
    assertThat(selection.excluded()).isEmpty();
  }

  @Test
  void of_unfinishedOrForeignRuns_excludesThemWithTheReason() {
    RunSelection selection =
        RunSelection.of(
            List.of(
                with("005", RunState.COMPLETED, "", RunPurpose.FINAL),
                with("004", RunState.COMPLETED, "", RunPurpose.SINGLE),
                with("003", RunState.STOPPED, "diverged", RunPurpose.SWEEP),
                with("002", RunState.FAILED, "", RunPurpose.SWEEP),
                with("001", RunState.COMPLETED, "", RunPurpose.BASELINE)));

    assertThat(selection.runs()).extracting(RunRecord::name).containsExactly("001");
    assertThat(selection.excluded())
        .containsExactly(
            "002: failed",
            "003: stopped (diverged)",
            "004: single run, not part of the sweep",
            "005: final run, not part of the sweep");
    assertThat(selection.stopped()).containsExactly("003");
  }

  @Test
  void of_logShorterThanThePlan_isIncomplete() {
    RunRecord ten =
        SampleRuns.with(
            run("001"), OptionalInt.of(50), SampleRuns.oldLog(1, 1, 1, 1, 1, 1, 1, 1, 1, 1));

    assertThat(RunSelection.of(List.of(ten)).excluded())
        .containsExactly("001: incomplete: its log has 10 of 50 epochs");
  }

  @Test
  void of_readAsIncomplete_saysTheSame() {
    assertThat(
            RunSelection.of(
                    List.of(
                        with("001", RunState.INCOMPLETE, "its log has no epoch", RunPurpose.SWEEP)))
                .excluded())
        .containsExactly("001: incomplete: its log has no epoch");
  }

  @Test
  void of_noEpochLogged_isIncomplete() {
    RunRecord empty = SampleRuns.with(run("001"), OptionalInt.empty(), List.of());

    assertThat(RunSelection.of(List.of(empty)).excluded())
        .containsExactly("001: incomplete: its log has no epoch");
  }

  @Test
  void of_oldLogCutOff_isIncomplete() {
    RunRecord cut =
        SampleRuns.with(run("001"), OptionalInt.empty(), SampleRuns.oldLog(0.1, 0.2).subList(0, 3));
    RunRecord whole = SampleRuns.with(run("002"), OptionalInt.empty(), SampleRuns.oldLog(0.1, 0.2));

    RunSelection selection = RunSelection.of(List.of(cut, whole));

    assertThat(selection.runs()).containsExactly(whole);
    assertThat(selection.excluded())
        .containsExactly("001: incomplete: its log ends after 2 epochs without the final row post");
  }

  private static RunRecord run(String name) {
    return SampleRuns.run(name, SampleRuns.configuration("model", "resnet20"), 0.5, 10, 2);
  }

  private static RunRecord with(String name, RunState state, String reason, RunPurpose purpose) {
    return SampleRuns.with(run(name), SampleRuns.status(state, reason, purpose));
  }
}
