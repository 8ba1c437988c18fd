package io.github.greenscreen.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.faults.FaultScenario.Running;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Trainings diverge, stall, run out of memory or time; the clock is set back. */
@Tag("faults")
@ExtendWith(FaultTable.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are found in /proc")
final class LimitsIT {
  /** Tells the time an hour late once the file that a variable names is there. */
  private static final String LATE_CLOCK =
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <stdlib.h>
      #include <sys/time.h>
      #include <time.h>
      #include <unistd.h>
      static long late(void) {
        const char *file = getenv("LATE_CLOCK");
        return file && access(file, F_OK) == 0 ? 3600 : 0;
      }
      int clock_gettime(clockid_t id, struct timespec *t) {
        static int (*real)(clockid_t, struct timespec *);
        if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
        int code = real(id, t);
        if (code == 0 && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) t->tv_sec -= late();
        return code;
      }
      int gettimeofday(struct timeval *restrict t, void *restrict zone) {
        struct timespec now;
        (void)zone;
        int code = clock_gettime(CLOCK_REALTIME, &now);
        t->tv_sec = now.tv_sec;
        t->tv_usec = now.tv_nsec / 1000;
        return code;
      }
      """;

  @Test
  void sweep_lossIsNoNumber_stopsThatRunAndNeverTriesItAgain(FaultScenario scene) throws Exception {
    scene.breaks("loss becomes NaN, with --retries 3", 2);
    scene.config("[0.01, 0.02,", "[1.0e+20, 0.02,");

    Outcome outcome = scene.sweep(2, "--retries=3");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunStatus status = scene.run("001").readStatus();
    assertThat(status.state()).isEqualTo(RunState.STOPPED);
    assertThat(status.reason()).startsWith("training diverged: ");
    assertThat(status.attempts()).isEqualTo(1);
    assertThat(scene.run("001").checkpoints().path()).doesNotExist();
  }

  @Test
  void sweep_runTakesTooLong_isStoppedAndItsCheckpointsDropped(FaultScenario scene)
      throws Exception {
    scene.breaks("time limit (--max-run-time 1s)", 1);

    Outcome outcome = scene.sweep(1, "--epochs=100000", "--max-run-time=1s", "--retries=3");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(scene.run("001").readStatus().state()).isEqualTo(RunState.STOPPED);
    assertThat(scene.run("001").readStatus().reason())
        .endsWith("more than the 1 s of --max-run-time");
    assertThat(scene.run("001").checkpoints().path()).doesNotExist();
  }

  @Test
  void sweep_childHangs_isKilledAndTriedAgain(FaultScenario scene) throws Exception {
    scene.breaks("the child hangs (SIGSTOP), --stall-timeout 20s, retries", 1);
    Running sweep = scene.startSweep(1, "--epochs=60", "--stall-timeout=20s", "--retries=3");
    scene.awaitEpochs("001", 1);

    Processes.signal("STOP", scene.pid("001"));
    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("stalled: no epoch finished within 20 s");
    assertThat(scene.run("001").readStatus().attempts()).isBetween(2, 4);
  }

  @Test
  void resume_memoryRunsOut_failsWithTheBatchSize(FaultScenario scene) throws Exception {
    scene.breaks("out of memory (-Xmx24m, less than the images take)", 1);
    Running sweep = scene.startSweep(1, "--epochs=20");
    scene.awaitEpochs("001", 1);
    sweep.signal("INT").end();
    scene.with("GREENSCREEN_OPTS", "-Xmx24m");

    Outcome outcome = scene.run("sweep", "--resume");

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(3);
    assertThat(scene.run("001").readStatus().reason()).contains("out of memory with batch_size 32");
  }

  @Test
  void sweep_clockIsSetBack_keepsTimesAndEnergy(FaultScenario scene) throws Exception {
    scene.breaks("clock jumps back by an hour while a run trains", 2);
    Path late = scene.folder().resolve("late");
    scene.with("LD_PRELOAD", lateClock(scene.folder()).toString());
    scene.with("LATE_CLOCK", late.toString());
    Running sweep =
        scene.startSweep(2, "--epochs=20", "--meter=estimate:20W", "--meter-period=0.2");
    scene.awaitEpochs("001", 3);
    Files.writeString(late, "");

    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunFolder first = scene.run("001");
    assertThat(first.readEpochs()).extracting(EpochRow::time).isSorted();
    assertThat(first.readPower()).extracting(sample -> sample.timeMillis()).isSorted();
    assertThat(first.readStatus().measurements().energy().isComplete()).isTrue();
    for (String name : new String[] {"001", "002"}) {
      RunStatus status = scene.run(name).readStatus();
      assertThat(status.ended().orElseThrow()).isAfterOrEqualTo(status.started().orElseThrow());
    }
    assertThat(scene.run("002").readStatus().started().orElseThrow())
        .as("the clock was really set back")
        .isBefore(first.readStatus().started().orElseThrow());
  }

  private static Path lateClock(Path folder) throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("late.c"), LATE_CLOCK);
    Path library = folder.resolve("late.so");
    try {
      Process cc =
          new ProcessBuilder(
                  "cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
              .inheritIO()
              .start();
      assertThat(cc.waitFor()).isZero();
    } catch (IOException e) {
      assumeTrue(false, "no C compiler cc on the PATH: " + e.getMessage());
    }
    return library;
  }
}
