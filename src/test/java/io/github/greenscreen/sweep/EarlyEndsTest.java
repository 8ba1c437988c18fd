package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.data.folder.ImageFiles;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.search.stopper.StopperConfig;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.sweep.attempt.SweepOutcome;
import io.github.greenscreen.sweep.attempt.SweepOutcome.EndedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stopper ends runs of a sweep that are not worth another epoch. */
@Timeout(60)
class EarlyEndsTest extends SixRunsFixture {
  EarlyEndsTest() {
    super(4);
    rules.stopper = Optional.of(StopperConfig.parse("asha:rungs=1/2,eta=2"));
  }

  @Test
  void run_worseThanOthersAtARung_isAskedToEndWithTheReason() {
    SweepOutcome outcome =
        sweep(new FakeLauncher(learns(0.5), learns(0.3), learns(0.7))).run(plan(3));

    assertThat(outcome.completed()).containsExactly("001", "003");
    assertThat(outcome.stopped())
        .containsExactly(
            new EndedRun(
                "002",
                "asha: val_accuracy 0.3 after 1 epoch has rank 2 of 2 runs; only the best 1 "
                    + "continue"));
    assertThat(outcome.failed()).isEmpty();
  }

  @Test
  void run_atChance_isStoppedThoughItIsAlone() {
    rules.stopper = Optional.of(StopperConfig.parse("chance:epochs=2"));
    SweepOutcome outcome = sweep(new FakeLauncher(learns(0.1), learns(0.5))).run(plan(2));

    assertThat(outcome.completed()).containsExactly("002");
    assertThat(outcome.stopped())
        .containsExactly(
            new EndedRun(
                "001",
                "chance: best val_accuracy of the last 2 epochs is 0.1; guessing among 10 "
                    + "classes gives 0.1"));
  }

  @Test
  void run_atChanceOnAFolder_knowsItsClasses(@TempDir Path pets) throws IOException {
    for (String name : List.of("cat", "dog", "emu", "fox")) {
      ImageFiles.png(pets.resolve(name).resolve("1.png"), 0);
    }
    rules.stopper = Optional.of(StopperConfig.parse("chance:epochs=2"));
    SearchSpace folder =
        new SearchSpace(
            List.of(
                new FixedParameter("dataset", "folder"),
                new FixedParameter("lr", "0.1"),
                new FixedParameter("epochs", "4"),
                new FixedParameter("seed", "22")));
    SweepPlan plan =
        new SweepPlan(folder, SamplerType.GRID, 1, 22, pets.toString(), OptionalInt.empty());

    assertThat(sweep(new FakeLauncher(learns(0.25))).run(plan).stopped())
        .containsExactly(
            new EndedRun(
                "001",
                "chance: best val_accuracy of the last 2 epochs is 0.25; guessing among 4 "
                    + "classes gives 0.25"));
  }

  @Test
  void run_severalSlots_comparesThoseThatGoOn() {
    rules.parallel = OptionalInt.of(2);
    SweepOutcome outcome =
        sweep(new FakeLauncher(learns(0.5), learns(0.5), learns(0.2), learns(0.1))).run(plan(4));

    assertThat(outcome.completed()).contains("001", "002");
    assertThat(outcome.stopped()).extracting(EndedRun::name).contains("004");
  }

  @Test
  void resume_afterAnInterruption_remembersTheCurvesOfEarlierRuns() {
    sweep(new FakeLauncher(learns(0.5), FakeLauncher.interrupted())).run(plan(3));

    SweepOutcome outcome =
        sweep(new FakeLauncher(learns(0.7), learns(0.3)))
            .resume(Optional.of(plan(3)), SweepChanges.none());

    assertThat(outcome.completed()).containsExactly("001", "002");
    assertThat(outcome.stopped()).extracting(EndedRun::name).containsExactly("003");
  }

  @Test
  void run_lastEpoch_isNoLongerStopped() {
    rules.stopper = Optional.of(StopperConfig.parse("chance:epochs=4"));
    SweepOutcome outcome = sweep(new FakeLauncher(learns(0.1))).run(plan(1));

    assertThat(outcome.completed()).containsExactly("001");
    assertThat(store().folders().get(0).stopRequest()).isEmpty();
  }

  /** Reach {@code accuracy} in every epoch; end where somebody asks, before the next. */
  private FakeLauncher.Deed learns(double accuracy) {
    return run -> {
      FakeLauncher.start(run);
      for (int epoch = 0; epoch < 4; epoch++) {
        run.appendEpoch(FakeLauncher.epoch(epoch, accuracy));
        awaitProgress(run, epoch + 1);
        Optional<String> request = run.stopRequest();
        if (request.isPresent()) {
          run.writeStatus(run.readStatus().with(RunState.STOPPED, request.get()));
          return 1;
        }
      }
      run.writeResult(
          run.readPlan(), new RunResult(NetworkSize.ofParameters(10), accuracy, accuracy));
      FakeLauncher.end(run);
      return 0;
    };
  }

  /** Wait until the epoch is told, which comes after its judgement. */
  private void awaitProgress(RunFolder run, int epochs) throws InterruptedException {
    String event = "progress " + run.name() + " " + epochs + "/4";
    while (!heard.events.contains(event)) {
      Thread.sleep(2);
    }
  }
}
