package io.github.greenscreen.sweep.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.lock.FolderLock;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.sweep.FakeLauncher;
import io.github.greenscreen.sweep.attempt.WatchedTraining.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTrainingTest {
  private static final Instant NOW = Instant.parse("2026-01-31T13:00:00Z");

  @TempDir private Path folder;
  private RunFolder run;

  @BeforeEach
  void prepare() {
    run =
        new RunStore(folder)
            .create(
                RunPlan.of(
                    Configuration.of(Map.of("epochs", "1", "seed", "22", "dataset", "shapes"))),
                RunStatus.waiting(RunPurpose.SINGLE, "", OptionalInt.empty()));
  }

  @Test
  void train_processEndsOfItself_isNotSettled() throws Exception {
    assertThat(train(FakeLauncher.complete()).settled()).isEmpty();
    assertThat(run.readStatus().state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void train_processIsRefused_leavesTheRunWaiting() throws Exception {
    Result result = train(folder -> 2);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.settled()).isEmpty();
    assertThat(run.readStatus().state()).isEqualTo(RunState.WAITING);
  }

  @Test
  void train_processCrashes_failsWithTheReasonAndMayBeResumed() throws Exception {
    Result result = train(crash());
    RunStatus status = run.readStatus();
    assertThat(result.settled()).contains(status);
    assertThat(status.state()).isEqualTo(RunState.FAILED);
    assertThat(status.ended()).contains(NOW);
    assertThat(status.reason())
        .isEqualTo(
            "crashed in unknown code (SIGFPE); see hs_err_pid7.log, and run 'greenscreen "
                + "doctor', which tests the training and finds safer settings");
    assertThat(StatusEntries.of(status)).containsEntry("retry_on_resume", "true");
  }

  @Test
  void train_processIsKilled_failsAndNamesTheSignal() throws Exception {
    assertThat(train(FakeLauncher.die(137)).settled().orElseThrow().reason())
        .isEqualTo("the process was killed by signal 9 (SIGKILL), possibly out of memory");
  }

  @Test
  void train_processEndsBeforeItHearsOfTheSignal_isInterrupted() throws Exception {
    RunStatus status = train(folder -> 143).settled().orElseThrow();
    assertThat(status.state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(status.reason()).isEqualTo("the process was asked to stop");
    assertThat(status.retryOnResume()).isFalse();
  }

  @Test
  void train_killedAfterItWasAskedToStop_isInterrupted() throws Exception {
    WatchedTraining[] training = new WatchedTraining[1];
    FakeLauncher runs =
        new FakeLauncher(
            folder -> {
              FakeLauncher.start(folder);
              training[0].stop();
              return 137;
            });
    training[0] = new WatchedTraining(runs, Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(training[0].train(run).settled().orElseThrow().state())
        .isEqualTo(RunState.INTERRUPTED);
    assertThat(runs.stops).hasValue(1);
  }

  @Test
  void train_anotherProcessTrainsTheRun_leavesItAlone() throws Exception {
    FolderLock lock = run.lock();
    try {
      FakeLauncher.start(run);
      assertThat(train(folder -> 143).settled()).isEmpty();
      assertThat(run.readStatus().state()).isEqualTo(RunState.RUNNING);
    } finally {
      lock.close();
    }
  }

  @Test
  void train_nothingIsSaid_leavesNoEmptyLog() throws Exception {
    write("output.log", "");
    train(FakeLauncher.complete());
    assertThat(run.outputLog()).doesNotExist();
  }

  private Result train(FakeLauncher.Deed action) throws InterruptedException {
    return new WatchedTraining(new FakeLauncher(action), Clock.fixed(NOW, ZoneOffset.UTC))
        .train(run);
  }

  private FakeLauncher.Deed crash() {
    return folder -> {
      FakeLauncher.start(folder);
      write("hs_err_pid7.log", "#  SIGFPE (0x8) at pc=0x0, pid=7, tid=8\n");
      return 134;
    };
  }

  private void write(String name, String text) {
    try {
      Files.writeString(run.path().resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
