package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.sweep.attempt.SweepOutcome;
import io.github.greenscreen.sweep.attempt.SweepOutcome.EndedRun;
import io.github.greenscreen.sweep.launch.Launcher;
import io.github.greenscreen.sweep.launch.RunProcess;
import io.github.greenscreen.sweep.launch.Slot;
import io.github.greenscreen.sweep.launch.SweepException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Machines on which no run can train. */
class SweepBrokenMachineTest extends SixRunsFixture {
  private static final FakeLauncher.Deed BROKEN = FakeLauncher.fail("no engine");

  SweepBrokenMachineTest() {
    super(2);
    rules.maxFailures = OptionalInt.of(3);
  }

  @Test
  void run_sameReasonBeforeTheFirstEpoch_endsTheSweep() {
    FakeLauncher runs = new FakeLauncher(BROKEN, BROKEN, BROKEN);
    SweepOutcome outcome = sweep(runs).run(plan(6));
    assertThat(runs.launched).hasSize(3);
    assertThat(outcome.repeated())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.isCrash()).isFalse();
              assertThat(failure.runs())
                  .containsExactly(
                      new EndedRun("001", "no engine"),
                      new EndedRun("002", "no engine"),
                      new EndedRun("003", "no engine"));
            });
    assertThat(outcome.hasTrained()).isFalse();
    assertThat(status("001").retryOnResume()).isTrue();
  }

  @Test
  void run_reasonsThatDifferOnlyInTheFolder_endTheSweep() {
    FakeLauncher.Deed broken =
        run -> FakeLauncher.fail(run.path() + ": read-only, pid 4" + run.name() + "71").run(run);
    FakeLauncher runs = new FakeLauncher(broken, broken, broken);
    assertThat(sweep(runs).run(plan(6)).repeated()).isPresent();
    assertThat(runs.launched).hasSize(3);
  }

  @Test
  void run_processesThatExitWithoutAWord_endTheSweep() {
    FakeLauncher.Deed mute =
        run -> {
          FakeLauncher.start(run);
          return 127;
        };
    FakeLauncher runs = new FakeLauncher(mute, mute, mute);
    assertThat(sweep(runs).run(plan(6)).repeated().orElseThrow().runs())
        .contains(new EndedRun("003", "the process exited with code 127; see output.log"));
    assertThat(runs.launched).hasSize(3);
  }

  @Test
  void run_processesThatCannotStart_endTheSweep() {
    Launcher none =
        new Launcher() {
          @Override
          public List<Slot> slots(OptionalInt parallel) {
            return List.of(Slot.only());
          }

          @Override
          public RunProcess start(RunFolder run, Slot slot) {
            throw new SweepException("the process could not be started: no such program");
          }
        };
    SweepOutcome outcome = sweep(none).run(plan(6));
    assertThat(outcome.failed()).hasSize(3);
    assertThat(outcome.repeated()).isPresent();
  }

  @Test
  void run_stallsBeforeTheFirstEpoch_endTheSweep() {
    rules.maxFailures = OptionalInt.of(2);
    rules.stallTimeout = Duration.ofMillis(1);
    FakeLauncher[] runs = new FakeLauncher[1];
    FakeLauncher.Deed hangs =
        run -> {
          FakeLauncher.start(run);
          Thread.sleep(200);
          return 137;
        };
    runs[0] = new FakeLauncher(hangs, hangs, hangs);
    SweepOutcome outcome = sweep(runs[0]).run(plan(6));
    assertThat(runs[0].launched).hasSize(2);
    assertThat(outcome.repeated().orElseThrow().runs().get(0).reason())
        .isEqualTo("stalled: no epoch finished within 1 ms (--stall-timeout); see output.log");
  }

  @Test
  void run_reasonAfterAnEpoch_goesOn() {
    FakeLauncher.Deed late =
        run -> {
          int code = BROKEN.run(run);
          run.appendEpoch(FakeLauncher.epoch(0));
          return code;
        };
    FakeLauncher runs = new FakeLauncher(BROKEN, BROKEN, late, BROKEN, BROKEN, late);
    assertThat(sweep(runs).run(plan(6)).repeated()).isEmpty();
    assertThat(runs.launched).hasSize(6);
  }

  @Test
  void run_otherReasonOrCompletedBetween_goesOn() {
    FakeLauncher.Deed other = FakeLauncher.fail("no disk");
    FakeLauncher runs =
        new FakeLauncher(BROKEN, BROKEN, other, BROKEN, BROKEN, FakeLauncher.complete());
    assertThat(sweep(runs).run(plan(6)).repeated()).isEmpty();
    assertThat(runs.launched).hasSize(6);
  }

  @Test
  void run_reasonThatNamesAValueOfTheSearch_goesOn() {
    FakeLauncher.Deed refused =
        run ->
            FakeLauncher.fail("lr " + run.readPlan().configuration().get("lr") + " is too large")
                .run(run);
    FakeLauncher runs = new FakeLauncher(refused, refused, refused, refused);
    assertThat(sweep(runs).run(plan(6)).repeated()).isEmpty();
    assertThat(runs.launched).hasSize(6);
  }

  @Test
  void run_reasonThatNamesAConstant_endsTheSweep() {
    FakeLauncher.Deed refused = FakeLauncher.fail("batch_size 64 is not supported here");
    FakeLauncher runs = new FakeLauncher(refused, refused, refused);
    assertThat(sweep(runs).run(plan(6)).repeated()).isPresent();
  }

  @Test
  void run_allOfFewerRunsFail_areRetriedWhenResumed() {
    SweepOutcome outcome = sweep(new FakeLauncher(BROKEN, BROKEN)).run(plan(2));
    assertThat(outcome.repeated().orElseThrow().runs()).hasSize(2);

    FakeLauncher repaired = new FakeLauncher();
    assertThat(sweep(repaired).resume(Optional.of(plan(2)), SweepChanges.none()).completed())
        .containsExactly("001", "002");
  }

  @Test
  void run_onlyRunFails_isNotTheMachine() {
    assertThat(sweep(new FakeLauncher(BROKEN)).run(plan(1)).repeated()).isEmpty();
  }

  @Test
  void run_noLimit_goesOn() {
    rules.maxFailures = OptionalInt.empty();
    FakeLauncher runs = new FakeLauncher(BROKEN, BROKEN, BROKEN, BROKEN, BROKEN, BROKEN);
    assertThat(sweep(runs).run(plan(6)).failed()).hasSize(6);
  }

  @Test
  void run_profilingFails_endsBeforeTheSweep() {
    rules.profileRuns = 4;
    FakeLauncher runs = new FakeLauncher(BROKEN, BROKEN, BROKEN);
    SweepOutcome outcome = sweep(runs).run(plan(6));
    assertThat(runs.launched).hasSize(3);
    assertThat(outcome.repeated().orElseThrow().runs()).hasSize(3);

    FakeLauncher repaired = new FakeLauncher();
    assertThat(sweep(repaired).resume(Optional.of(plan(6)), SweepChanges.none()).completed())
        .hasSize(6);
    assertThat(repaired.launched).hasSize(10);
  }

  @Test
  void resume_retryFailed_triesAllFailedRunsInTheirFolders() {
    FakeLauncher.Deed other = FakeLauncher.fail("no disk");
    FakeLauncher.Deed late = FakeLauncher.die(139);
    sweep(new FakeLauncher(BROKEN, other, late)).run(plan(4));
    FakeLauncher kept = new FakeLauncher();
    sweep(kept).resume(Optional.of(plan(4)), SweepChanges.none());
    assertThat(kept.launched).isEmpty();

    FakeLauncher again = new FakeLauncher();
    SweepOutcome outcome =
        sweep(again)
            .resume(Optional.of(plan(4)), new SweepChanges(Map.of(), OptionalInt.empty(), true));

    assertThat(again.launched).hasSize(3);
    assertThat(outcome.completed()).containsExactly("001", "002", "003", "004");
    assertThat(status("001").attempts()).isEqualTo(2);
    assertThat(store().folders()).hasSize(4);
  }

  @Test
  void resume_moreAskedFor_extendsAFinishedSweep() {
    sweep(new FakeLauncher()).run(plan(2));
    FakeLauncher more = new FakeLauncher();

    SweepOutcome outcome =
        sweep(more)
            .resume(Optional.of(plan(2)), new SweepChanges(Map.of(), OptionalInt.of(4), false));

    assertThat(outcome.completed()).containsExactly("001", "002", "003", "004");
    assertThat(outcome.asked()).isEqualTo(4);
    assertThat(more.launched).extracting(one -> one.get("lr")).containsExactly("3", "4");
    assertThat(store().study().readSweep().orElseThrow().asked()).isEqualTo(4);
  }

  @Test
  void resume_moreThanTheSpaceHas_endsWithItsLast() {
    sweep(new FakeLauncher()).run(plan(2));
    SweepOutcome outcome =
        sweep(new FakeLauncher())
            .resume(Optional.of(plan(2)), new SweepChanges(Map.of(), OptionalInt.of(50), false));
    assertThat(outcome.completed()).hasSize(6);
    assertThat(outcome.exhausted()).isTrue();
  }

  @Test
  void run_runsThatNeverTrainedAreThere_mayBeTried() {
    for (RunState state : List.of(RunState.FAILED, RunState.WAITING, RunState.INTERRUPTED)) {
      Path older = folder.resolve("older " + state);
      RunStore runs = new RunStore(older);
      sweep(runs, new FakeLauncher(BROKEN)).run(plan(1));
      runs.find("001").orElseThrow().writeStatus(readStatus(runs).with(state, ""));
      SweepPlan plan = knowing(older.resolve("001"));
      FakeLauncher now = new FakeLauncher();
      RunStore fresh = new RunStore(folder.resolve("new " + state));
      sweep(fresh, now).run(plan);
      assertThat(now.launched).extracting(one -> one.get("lr")).containsExactly("1");
    }
  }

  @Test
  void run_runThatTrainedIsThere_isNotTriedAgain() {
    sweep(new FakeLauncher(FakeLauncher.die(139))).run(plan(1));
    FakeLauncher now = new FakeLauncher();
    RunStore fresh = new RunStore(folder.resolve("new"));
    sweep(fresh, now).run(knowing(folder.resolve("001")));
    assertThat(now.launched).extracting(one -> one.get("lr")).containsExactly("2");
  }

  private SweepPlan knowing(Path run) {
    SweepPlan plan = plan(1);
    return new SweepPlan(
        plan.study(),
        plan.method(),
        1,
        1,
        "",
        OptionalInt.empty(),
        Map.of(),
        "",
        Map.of(),
        List.of(),
        List.of(run.toAbsolutePath().toString()));
  }

  private static RunStatus readStatus(RunStore store) {
    return store.find("001").orElseThrow().readStatus();
  }
}
