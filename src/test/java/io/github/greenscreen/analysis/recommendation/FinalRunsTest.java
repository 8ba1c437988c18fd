package io.github.greenscreen.analysis.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FinalRunsTest {
  private static final Configuration BEST = SampleRuns.configuration("size", "16");
  private static final RunRecord RECOMMENDED = last("011", "16", RunState.COMPLETED);
  private static final RunRecord SECOND = last("012", "64", RunState.COMPLETED);

  @Test
  void main_laterRunOfAnotherConfiguration_isThatOfTheRecommendedOne() {
    assertThat(main(RECOMMENDED, SECOND)).contains(RECOMMENDED);
    assertThat(FinalRuns.main(List.of(RECOMMENDED, SECOND), Optional.empty())).contains(SECOND);
  }

  @Test
  void main_noRunOfTheRecommendedOne_isTheLast() {
    assertThat(main(last("010", "32", RunState.COMPLETED), SECOND)).contains(SECOND);
  }

  @Test
  void main_laterRunOfTheRecommendedOneThatWasStopped_hidesIt() {
    assertThat(main(RECOMMENDED, last("013", "16", RunState.STOPPED))).isEmpty();
    assertThat(main(RECOMMENDED, last("013", "16", RunState.FAILED))).contains(RECOMMENDED);
    assertThat(main(RECOMMENDED, last("013", "64", RunState.STOPPED))).contains(RECOMMENDED);
  }

  @Test
  void others_completedRuns_areDescribed() {
    List<RunRecord> records =
        List.of(
            SECOND,
            RECOMMENDED,
            last("013", "32", RunState.COMPLETED),
            last("014", "32", RunState.FAILED));

    assertThat(
            FinalRuns.others(
                records,
                Optional.of(RECOMMENDED),
                List.of(
                    SampleRuns.metrics("007", SampleRuns.configuration("size", "64"), 0.4, 50, 3)),
                Cost.ENERGY))
        .containsExactly(
            "Another final run, 012 (configuration of run 007, 1 epoch), reached an accuracy of"
                + " 50.00 %, with 6.0000 Wh.",
            "Another final run, 013 (1 epoch), reached an accuracy of 50.00 %, with 6.0000 Wh.");
  }

  @Test
  void others_runsThatDifferInTheirSeed_haveOneSentence() {
    List<RunRecord> records =
        List.of(
            RECOMMENDED,
            seeded("012", 1, 0.5, 6),
            last("013", "32", RunState.COMPLETED),
            seeded("014", 2, 0.6, 8));

    assertThat(FinalRuns.others(records, Optional.of(RECOMMENDED), List.of(), Cost.ENERGY))
        .containsExactly(
            "2 other final runs, 012 to 014 (1 epoch), differ only in their seed and reached a mean"
                + " accuracy of 55.00 %, with 7.0000 Wh on average.",
            "Another final run, 013 (1 epoch), reached an accuracy of 50.00 %, with 6.0000 Wh.");
  }

  @Test
  void others_runWithoutValidation_isJudgedByItsTest() {
    RunRecord run =
        SampleRuns.run("012", SampleRuns.configuration("size", "64"), Double.NaN, 100, 6);
    RunRecord tested =
        new RunRecord(
            "012",
            run.plan(),
            Optional.of(new RunResult(NetworkSize.ofParameters(9), 0.75, 0.7)),
            run.epochs(),
            SampleRuns.status(RunState.COMPLETED, "", RunPurpose.FINAL));

    assertThat(FinalRuns.others(List.of(tested), Optional.empty(), List.of(), Cost.ENERGY))
        .containsExactly(
            "Another final run, 012 (1 epoch), reached a test accuracy of 75.00 %, with 6.0000"
                + " Wh.");
  }

  @Test
  void main_joinedImages_areNotAnotherConfiguration() {
    Configuration wanted = SampleRuns.configuration("size", "16", "partitioning", "80-10-10");
    RunRecord joined =
        SampleRuns.with(
            SampleRuns.run(
                "014",
                SampleRuns.configuration("size", "16", "partitioning", "80+10-10"),
                0.5,
                100,
                6),
            SampleRuns.status(RunState.COMPLETED, "", RunPurpose.FINAL));

    assertThat(
            FinalRuns.main(
                List.of(joined, last("015", "64", RunState.COMPLETED)), Optional.of(wanted)))
        .contains(joined);
  }

  private static RunRecord seeded(String name, long seed, double accuracy, double energyWh) {
    RunRecord run =
        SampleRuns.run(name, SampleRuns.configuration("size", "64"), accuracy, 100, energyWh);
    RunPlan plan =
        new RunPlan(run.plan().configuration(), seed, run.plan().epochs(), run.plan().dataset());
    return new RunRecord(
        name,
        plan,
        run.result(),
        run.epochs(),
        SampleRuns.status(RunState.COMPLETED, "", RunPurpose.FINAL));
  }

  private static Optional<RunRecord> main(RunRecord... records) {
    return FinalRuns.main(List.of(records), Optional.of(BEST));
  }

  private static RunRecord last(String name, String size, RunState state) {
    RunRecord run = SampleRuns.run(name, SampleRuns.configuration("size", size), 0.5, 100, 6);
    return SampleRuns.with(run, SampleRuns.status(state, "", RunPurpose.FINAL));
  }
}
