package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.lock.FolderLock;
import io.github.greenscreen.run.lock.LockedException;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.sweep.attempt.SweepOutcome;
import io.github.greenscreen.sweep.attempt.SweepOutcome.EndedRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong round a sweep, and several runs at a time. */
@Timeout(60)
class SweepFaultsTest extends SixRunsFixture {
  SweepFaultsTest() {
    super(2);
  }

  @Test
  void run_runCrashes_isTriedAgainAsOftenAsAllowed() {
    rules.retries = 2;
    FakeLauncher runs =
        new FakeLauncher(FakeLauncher.die(139), FakeLauncher.die(137), FakeLauncher.complete());
    SweepOutcome outcome = sweep(runs).run(plan(1));
    assertThat(outcome.completed()).containsExactly("001");
    assertThat(runs.launched).hasSize(3);
    assertThat(status("001").attempts()).isEqualTo(3);
    assertThat(heard.events.stream().filter(event -> event.startsWith("repeated")))
        .containsExactly(
            "repeated 001 1/2 the process was killed by signal 11 (SIGSEGV); see output.log",
            "repeated 001 2/2 the process was killed by signal 9 (SIGKILL), possibly out "
                + "of memory; see output.log");
    assertThat(heard.events.stream().filter(event -> event.startsWith("ended"))).hasSize(1);
  }

  @Test
  void run_crashesTooOften_fails() {
    rules.retries = 1;
    FakeLauncher runs =
        new FakeLauncher(FakeLauncher.die(134), FakeLauncher.die(134), FakeLauncher.complete());
    SweepOutcome outcome = sweep(runs).run(plan(1));
    assertThat(outcome.failed()).hasSize(1);
    assertThat(runs.launched).hasSize(2);
  }

  @Test
  void run_causeThatDoesNotPass_isNotTriedAgain() {
    rules.retries = 5;
    FakeLauncher runs =
        new FakeLauncher(
            FakeLauncher.stop("training diverged"),
            FakeLauncher.fail("refused"),
            FakeLauncher.die(3));
    SweepOutcome outcome = sweep(runs).run(plan(3));
    assertThat(runs.launched).hasSize(3);
    assertThat(outcome.stopped()).hasSize(1);
    assertThat(outcome.failed()).hasSize(2);
  }

  @Test
  void run_memoryRunsOut_isSaidWithTheBatchSize() {
    FakeLauncher runs =
        new FakeLauncher(
            run -> {
              FakeLauncher.start(run);
              write(run.outputLog(), "a line\njava.lang.OutOfMemoryError: Java heap space\nmore\n");
              return 3;
            });
    SweepOutcome outcome = sweep(runs).run(plan(1));
    assertThat(outcome.failed())
        .containsExactly(
            new EndedRun(
                "001",
                "out of memory with batch_size 64 (Java heap "
                    + "space); try a smaller batch_size; the process exited with code 3; see "
                    + "output.log"));
  }

  @Test
  void run_toldToStopBySomebodyElse_failsAndTheSweepGoesOn() {
    FakeLauncher runs = new FakeLauncher(FakeLauncher.die(130), FakeLauncher.die(143));
    SweepOutcome outcome = sweep(runs).run(plan(3));
    String reason =
        "the process was asked to stop, but not by the sweep; restart it with --retries, "
            + "or: greenscreen train --resume ";
    assertThat(outcome.failed())
        .containsExactly(new EndedRun("001", reason + "001"), new EndedRun("002", reason + "002"));
    assertThat(outcome.completed()).containsExactly("003");
    assertThat(outcome.interrupted()).isFalse();
    assertThat(status("001").state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void run_toldToStopBySomebodyElse_isTriedAgain() {
    rules.retries = 1;
    SweepOutcome outcome = sweep(new FakeLauncher(FakeLauncher.die(143))).run(plan(1));
    assertThat(outcome.completed()).containsExactly("001");
    assertThat(status("001").attempts()).isEqualTo(2);
  }

  @Test
  void run_filesBrokenAndRunKilled_areMended() {
    FakeLauncher runs =
        new FakeLauncher(
            run -> {
              int code = FakeLauncher.die(137).run(run);
              for (String name : List.of("parameters.yaml", "status.yaml", "logs.csv")) {
                write(run.path().resolve(name), "");
              }
              return code;
            });
    SweepOutcome outcome = sweep(runs).run(plan(1));
    assertThat(outcome.failed()).hasSize(1);
    RunRecord run = store().readAll().get(0);
    assertThat(run.status().state()).isEqualTo(RunState.FAILED);
    assertThat(run.plan().whole()).isEqualTo(runs.launched.get(0));
    assertThat(run.epochs()).isEmpty();
    assertThat(folder.resolve("001/logs.csv.broken")).exists();
  }

  @Test
  void run_processDiesWithItsLock_leavesNoTraceOfIt() {
    FakeLauncher runs =
        new FakeLauncher(
            run -> {
              write(run.path().resolve("run.lock"), "");
              write(run.path().resolve(".status.yaml.4999999"), "state: r");
              return FakeLauncher.die(137).run(run);
            });
    assertThat(sweep(runs).run(plan(1)).failed()).hasSize(1);
    assertThat(folder.resolve("001/run.lock")).doesNotExist();
    assertThat(folder.resolve("001/.status.yaml.4999999")).doesNotExist();
  }

  @Test
  void run_noEpochEnds_isKilledAsStalled() {
    rules.stallTimeout = Duration.ofMillis(50);
    AtomicReference<FakeLauncher> runs = new AtomicReference<>();
    FakeLauncher.Deed hang =
        run -> {
          FakeLauncher.start(run);
          runs.get().killed.await();
          return 137;
        };
    runs.set(new FakeLauncher(hang));
    SweepOutcome outcome = sweep(runs.get()).run(plan(2));
    assertThat(outcome.failed())
        .containsExactly(
            new EndedRun(
                "001",
                "stalled: no epoch finished within 50 ms (--stall-timeout); see output.log"));
    assertThat(outcome.completed()).containsExactly("002");
    assertThat(status("001").state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void run_diskFull_endsInOrderAndCanBeResumed() {
    String full = "cannot write 002/logs.csv: No space left on device";
    FakeLauncher runs = new FakeLauncher(FakeLauncher.complete(), FakeLauncher.fail(full));
    SweepOutcome outcome = sweep(runs).run(plan(4));
    assertThat(outcome.fault()).hasValue("run 002: " + full);
    assertThat(outcome.interrupted()).isFalse();
    assertThat(outcome.failed()).isEmpty();
    assertThat(runs.launched).hasSize(2);
    assertThat(status("002").state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(status("002").reason()).isEqualTo(full);
    SweepOutcome resumed =
        sweep(new FakeLauncher()).resume(Optional.of(plan(4)), SweepChanges.none());
    assertThat(resumed.completed()).containsExactly("001", "002", "003", "004");
  }

  @Test
  void run_severalSlots_trainsSoManyAtATimeInTheOrderOfThePlan() {
    rules.parallel = OptionalInt.of(3);
    CyclicBarrier three = new CyclicBarrier(3);
    FakeLauncher.Deed together =
        run -> {
          try {
            three.await();
          } catch (java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
          }
          return FakeLauncher.complete().run(run);
        };
    FakeLauncher runs =
        new FakeLauncher(together, together, together, together, together, together);
    SweepOutcome outcome = sweep(runs).run(plan(6));
    assertThat(outcome.completed()).containsExactly("001", "002", "003", "004", "005", "006");
    assertThat(store().readAll())
        .extracting(run -> run.plan().whole())
        .isEqualTo(store().study().readSweep().orElseThrow().configurations());
    assertThat(store().readAll())
        .allSatisfy(
            run ->
                assertThat(run.status().limits().shared())
                    .isEqualTo(
                        "3 parallel runs share the processors, so their energy cannot be "
                            + "told apart"));
  }

  @Test
  void run_firstRunTakesLongest_keepsTheOrderOfThePlan() {
    rules.parallel = OptionalInt.of(2);
    CountDownLatch others = new CountDownLatch(3);
    FakeLauncher.Deed slow =
        run -> {
          others.await();
          return FakeLauncher.complete().run(run);
        };
    FakeLauncher.Deed quick =
        run -> {
          int code = FakeLauncher.complete().run(run);
          others.countDown();
          return code;
        };
    SweepOutcome outcome = sweep(new FakeLauncher(slow, quick, quick, quick)).run(plan(4));
    assertThat(outcome.completed()).containsExactly("001", "002", "003", "004");
    assertThat(heard.events).endsWith("ended 001 completed");
    assertThat(store().readAll())
        .extracting(run -> run.plan().whole())
        .isEqualTo(store().study().readSweep().orElseThrow().configurations());
  }

  @Test
  void stop_severalRuns_asksAllOfThemAndLosesNone() {
    rules.parallel = OptionalInt.of(2);
    AtomicReference<Sweep> sweep = new AtomicReference<>();
    CyclicBarrier two = new CyclicBarrier(2, () -> sweep.get().stop());
    FakeLauncher.Deed stopped =
        run -> {
          FakeLauncher.start(run);
          try {
            two.await();
          } catch (java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
          }
          return 130;
        };
    FakeLauncher runs = new FakeLauncher(stopped, stopped);
    sweep.set(sweep(runs));
    SweepOutcome outcome = sweep.get().run(plan(4));
    assertThat(outcome.interrupted()).isTrue();
    assertThat(runs.launched).hasSize(2);
    assertThat(runs.stops).hasValue(2);
    assertThat(store().readAll())
        .extracting(run -> run.status().state())
        .containsExactly(RunState.INTERRUPTED, RunState.INTERRUPTED);
    rules.parallel = OptionalInt.empty();
    assertThat(
            sweep(new FakeLauncher()).resume(Optional.of(plan(4)), SweepChanges.none()).completed())
        .hasSize(4);
  }

  @Test
  void run_folderInUse_isRefusedAndNothingIsPlanned() {
    FolderLock lock = store().lock();
    try {
      assertThatThrownBy(() -> sweep(new FakeLauncher()).run(plan(1)))
          .isInstanceOf(LockedException.class)
          .hasMessageStartingWith(folder + " is in use by a sweep, process ");
    } finally {
      lock.close();
    }
    assertThat(store().study().readSweep()).isEmpty();
  }

  @Test
  void run_whateverHappens_leavesNoLockBehind() {
    FakeLauncher runs =
        new FakeLauncher(
            run -> {
              assertThat(folder.resolve("sweep.lock")).exists();
              return FakeLauncher.complete().run(run);
            },
            run -> {
              throw new IllegalStateException("a bug");
            });
    assertThatThrownBy(() -> sweep(runs).run(plan(3))).isInstanceOf(IllegalStateException.class);
    assertThat(folder.resolve("sweep.lock")).doesNotExist();
  }

  @Test
  void resume_runThatGoesOnAlone_isWaitedForAndNotStartedAgain() throws Exception {
    sweep(new FakeLauncher(FakeLauncher.interrupted())).run(plan(2));
    RunFolder orphan = store().folders().get(0);
    FakeLauncher.start(orphan);
    FolderLock lock = orphan.lock();
    Thread finisher =
        new Thread(
            () -> {
              try {
                while (heard.events.stream().noneMatch(e -> e.startsWith("adopted 001"))) {
                  Thread.sleep(10);
                }
                int unused = FakeLauncher.complete().run(orphan);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              lock.close();
            });
    finisher.start();
    FakeLauncher runs = new FakeLauncher();
    SweepOutcome outcome = sweep(runs).resume(Optional.of(plan(2)), SweepChanges.none());
    finisher.join();
    assertThat(outcome.completed()).containsExactly("001", "002");
    assertThat(runs.launched).hasSize(1);
    assertThat(orphan.readStatus().attempts()).isEqualTo(3);
  }

  @Test
  void resume_runThatDiesAlone_isStartedAgain() throws Exception {
    sweep(new FakeLauncher(FakeLauncher.interrupted())).run(plan(1));
    RunFolder orphan = store().folders().get(0);
    FakeLauncher.start(orphan);
    FolderLock lock = orphan.lock();
    Thread killer =
        new Thread(
            () -> {
              try {
                while (heard.events.stream().noneMatch(e -> e.startsWith("adopted 001"))) {
                  Thread.sleep(10);
                }
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              lock.close();
            });
    killer.start();
    SweepOutcome outcome =
        sweep(new FakeLauncher()).resume(Optional.of(plan(1)), SweepChanges.none());
    killer.join();
    assertThat(outcome.completed()).containsExactly("001");
  }
}
