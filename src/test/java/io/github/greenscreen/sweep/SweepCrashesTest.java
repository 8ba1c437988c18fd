package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.sweep.attempt.SweepOutcome;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Runs that native code ends. */
class SweepCrashesTest extends SixRunsFixture {
  private static final String WHY =
      "crashed in libtorch_cpu.so, at::foo (SIGFPE); see hs_err_pid7.log, and run "
          + "'greenscreen doctor', which tests the training and finds safer settings";

  SweepCrashesTest() {
    super(2);
  }

  @Test
  void run_crashFile_givesTheReason() {
    SweepOutcome outcome = sweep(new FakeLauncher(crash("SIGFPE"))).run(plan(2));
    assertThat(outcome.failed()).containsExactly(new SweepOutcome.EndedRun("001", WHY));
    assertThat(status("001").reason()).isEqualTo(WHY);
    assertThat(outcome.completed()).containsExactly("002");
  }

  @Test
  void run_noCrashFile_namesTheSignalAlone() {
    SweepOutcome outcome = sweep(new FakeLauncher(FakeLauncher.die(134))).run(plan(1));
    assertThat(outcome.failed())
        .containsExactly(
            new SweepOutcome.EndedRun(
                "001", "the process was killed by signal 6 (SIGABRT); see output.log"));
  }

  @Test
  void run_sameCrashInARow_endsTheSweep() {
    rules.maxFailures = OptionalInt.of(2);
    FakeLauncher runs = new FakeLauncher(crash("SIGFPE"), crash("SIGFPE"));
    SweepOutcome outcome = sweep(runs).run(plan(6));
    assertThat(runs.launched).hasSize(2);
    assertThat(outcome.repeated().orElseThrow().isCrash()).isTrue();
    assertThat(outcome.repeated().orElseThrow().runs())
        .extracting(SweepOutcome.EndedRun::name)
        .containsExactly("001", "002");
    assertThat(outcome.failed()).hasSize(2);
    assertThat(outcome.interrupted()).isFalse();
  }

  @Test
  void run_differentCrashesOrOtherFailures_goesOn() {
    rules.maxFailures = OptionalInt.of(2);
    FakeLauncher runs =
        new FakeLauncher(
            crash("SIGFPE"),
            crash("SIGILL"),
            FakeLauncher.fail("no such file"),
            FakeLauncher.die(137),
            FakeLauncher.die(137),
            FakeLauncher.stop("diverged"));
    SweepOutcome outcome = sweep(runs).run(plan(6));
    assertThat(runs.launched).hasSize(6);
    assertThat(outcome.repeated()).isEmpty();
    assertThat(outcome.failed()).hasSize(5);
  }

  @Test
  void run_memoryRanOut_isNoCrash() {
    rules.maxFailures = OptionalInt.of(2);
    FakeLauncher.Deed exhausted =
        run -> {
          FakeLauncher.start(run);
          write(run.outputLog(), "terminate called after throwing 'std::bad_alloc'\n");
          return 134;
        };
    FakeLauncher runs = new FakeLauncher(exhausted, exhausted, exhausted);
    SweepOutcome outcome = sweep(runs).run(plan(3));
    assertThat(runs.launched).hasSize(3);
    assertThat(outcome.repeated()).isEmpty();
  }

  @Test
  void run_retries_countOnce() {
    rules.maxFailures = OptionalInt.of(2);
    rules.retries = 2;
    FakeLauncher runs =
        new FakeLauncher(
            crash("SIGFPE"), crash("SIGFPE"), crash("SIGFPE"), FakeLauncher.complete());
    SweepOutcome outcome = sweep(runs).run(plan(2));
    assertThat(runs.launched).hasSize(4);
    assertThat(outcome.repeated()).isEmpty();
    assertThat(outcome.completed()).containsExactly("002");
  }

  @Test
  void run_othersInProgress_areLetEnd() {
    rules.maxFailures = OptionalInt.of(1);
    rules.parallel = OptionalInt.of(2);
    CountDownLatch crashed = new CountDownLatch(1);
    FakeLauncher runs =
        new FakeLauncher(
            run -> {
              int code = crash("SIGFPE").run(run);
              crashed.countDown();
              return code;
            },
            run -> {
              crashed.await();
              return FakeLauncher.complete().run(run);
            });
    SweepOutcome outcome = sweep(runs).run(plan(6));
    assertThat(outcome.repeated().orElseThrow().runs()).hasSize(1);
    assertThat(runs.stops).hasValue(0);
    assertThat(outcome.completed()).hasSizeBetween(1, 2);
    assertThat(runs.launched.size()).isLessThan(6);
  }

  @Test
  void resume_afterCrashesEndedTheSweep_triesThemAgain() {
    rules.maxFailures = OptionalInt.of(2);
    FakeLauncher.Deed failed = FakeLauncher.fail("no such file");
    sweep(new FakeLauncher(failed, crash("SIGFPE"), crash("SIGFPE"))).run(plan(6));
    assertThat(StatusEntries.of(status("001"))).doesNotContainKey("retry_on_resume");
    assertThat(StatusEntries.of(status("002"))).containsEntry("retry_on_resume", "true");

    FakeLauncher runs = new FakeLauncher();
    SweepOutcome outcome = sweep(runs).resume(Optional.of(plan(6)), SweepChanges.none());

    assertThat(runs.launched).hasSize(5);
    assertThat(outcome.completed()).containsExactly("002", "003", "004", "005", "006");
    assertThat(outcome.failed()).hasSize(1);
    assertThat(status("002").attempts()).isEqualTo(2);
    assertThat(StatusEntries.of(status("002"))).doesNotContainKey("retry_on_resume");
  }

  @Test
  void resume_crashesThatDidNotEndTheSweep_stay() {
    sweep(new FakeLauncher(crash("SIGFPE"), crash("SIGFPE"))).run(plan(3));
    FakeLauncher runs = new FakeLauncher();
    assertThat(sweep(runs).resume(Optional.of(plan(3)), SweepChanges.none()).failed()).hasSize(2);
    assertThat(runs.launched).isEmpty();
    assertThat(status("001").state()).isEqualTo(RunState.FAILED);
  }

  /** Begin, log one epoch and crash, so that HotSpot leaves its file. */
  private static FakeLauncher.Deed crash(String signal) {
    return run -> {
      int code = FakeLauncher.die(134).run(run);
      write(
          run.path().resolve("hs_err_pid7.log"),
          """
          #
          #  %s (0x8) at pc=0x00007f3cd006937c, pid=7, tid=8
          #
          # Problematic frame:
          # C  [libtorch_cpu.so+0x1166937c]  at::foo(int)+0xa5c
          """
              .formatted(signal));
      return code;
    };
  }
}
