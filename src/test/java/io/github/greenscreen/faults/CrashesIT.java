package io.github.greenscreen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.faults.FaultScenario.Running;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The engine crashes. HotSpot treats a signal that another process sends like one of the processor,
 * but for a remark in the crash file.
 */
@Tag("faults")
@ExtendWith(FaultTable.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are found in /proc")
final class CrashesIT {
  private static final String WHY =
      "crashed in lib[a-z]+[.]so[.0-9]*(, [\\w:]+)? [(]%s, sent by another process[)]; see "
          + "hs_err_pid[0-9]+[.]log, and run 'greenscreen doctor', which tests the training and "
          + "finds safer settings";

  @Test
  void train_divisionByZero_failsInOneLine(FaultScenario scene) throws Exception {
    scene.breaks("SIGFPE in the engine, train", 1);
    Running training = scene.start("train", "--limit=64", "--epochs=100000");
    RunFolder run = scene.awaitEpochs("001", 1);

    Processes.signal("FPE", scene.pid("001"));
    Outcome outcome = training.end();

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .matches("(?s)run 001: .*\ngreenscreen: the run failed: " + WHY.formatted("SIGFPE") + "\n")
        .doesNotContain("#");
    assertThat(run.outputLog())
        .content()
        .contains("A fatal error has been detected by the Java Runtime Environment");
    checkCrashed(run, "SIGFPE");
    assertThat(crashFilesBeside(scene)).isEmpty();
  }

  @Test
  void final_illegalInstruction_failsInOneLine(FaultScenario scene) throws Exception {
    scene.breaks("SIGILL in the engine, final run, a folder with a percent sign", 2);
    scene.runsAre(scene.folder().resolve("100 %p"));
    assertThat(scene.startSweep(1, "--epochs=1", "--runs=100 %p").end().code()).isZero();
    assertThat(scene.run("analyze", "--runs=100 %p").code()).isZero();
    Running training = scene.start("final", "--runs=100 %p", "--epochs=100000");
    RunFolder run = scene.awaitEpochs("002", 1);

    Processes.signal("ILL", scene.pid("002"));
    Outcome outcome = training.end();

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .matches("(?s).*\ngreenscreen: the final run failed: " + WHY.formatted("SIGILL") + "\n");
    checkCrashed(run, "SIGILL");
    assertThat(crashFilesBeside(scene)).isEmpty();
  }

  @Test
  void train_killed_failsAndIsResumed(FaultScenario scene) throws Exception {
    scene.breaks("kill -9 of the process that trains, train, then --resume", 1);
    Running training = scene.start("train", "--limit=64", "--epochs=40");
    RunFolder run =
        scene.await("001", each -> FaultScenario.epochs(each) >= 2 && each.checkpoints().exists());

    Processes.signal("KILL", scene.pid("001"));
    Outcome outcome = training.end();

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .endsWith(
            "\ngreenscreen: the run failed: the process was killed by signal 9 (SIGKILL), "
                + "possibly out of memory\n");
    assertThat(StatusEntries.of(run.readStatus())).containsEntry("retry_on_resume", "true");
    assertThat(scene.run("train", "--resume", "001").code()).isZero();
    assertThat(StatusEntries.of(run.readStatus()))
        .containsKey("resumed_from_epoch")
        .doesNotContainKey("retry_on_resume");
  }

  @Test
  void train_processOfTheUserKilled_endsTheTraining(FaultScenario scene) throws Exception {
    scene.breaks("kill -9 of train, not of the process that trains, then --resume", 1);
    Running training = scene.start("train", "--limit=64", "--epochs=60");
    scene.await("001", each -> FaultScenario.epochs(each) >= 2 && each.checkpoints().exists());

    training.signal("KILL").end();

    RunFolder run =
        scene.await(
            "001",
            each -> each.readStatus().state() == RunState.INTERRUPTED && each.holder().isEmpty());
    assertThat(run.readStatus().reason()).isEqualTo("the process was asked to stop");
    assertThat(scene.run("train", "--resume", "001").code()).isZero();
  }

  @Test
  void sweep_everyRunCrashes_endsAndIsResumed(FaultScenario scene) throws Exception {
    scene.breaks("SIGSEGV in every run of a sweep, --max-failures=2, then --resume", 4);
    Running sweep = scene.startSweep(4, "--epochs=20", "--max-failures=2");
    for (String name : List.of("001", "002")) {
      scene.awaitEpochs(name, 1);
      Processes.signal("SEGV", scene.pid(name));
    }
    Outcome outcome = sweep.end();

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .matches(
            "(?s)sweep: 0 of 4 runs completed, 0 stopped, 2 failed\n"
                + "  001 failed: %s\n  002 failed: %s\n"
                    .formatted(WHY.formatted("SIGSEGV"), WHY.formatted("SIGSEGV")));
    assertThat(outcome.err())
        .containsPattern(
            "\ngreenscreen: 2 runs in a row crashed in the same way [(]002: "
                + WHY.formatted("SIGSEGV")
                + "[)], which points to the machine, not the configurations;\ngreenscreen: "
                + "the sweep has ended. Run 'greenscreen doctor', which finds safer "
                + "settings, then resume with:\ngreenscreen: greenscreen sweep --resume "
                + "--runs runs, which retries these runs [(]--max-failures none: no "
                + "limit[)]\n$");
    checkCrashed(scene.run("001"), "SIGSEGV");
    assertThat(scene.store().study().readSweep().orElseThrow().settings())
        .containsEntry("max-failures", "2");
    assertThat(crashFilesBeside(scene)).isEmpty();

    Outcome resumed = scene.run("sweep", "--resume");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("sweep: 4 of 4 runs completed, 0 stopped, 0 failed\n");
  }

  @Test
  void sweep_itselfCrashes_leavesNothingInTheWorkingDirectory(FaultScenario scene)
      throws Exception {
    scene.breaks("SIGSEGV in the process of the sweep", 1);
    Path temporary = Files.createDirectory(scene.folder().resolve("50 % temporary"));
    scene.with("TMPDIR", temporary.toString());
    Running sweep = scene.startSweep(1, "--epochs=20");
    scene.awaitEpochs("001", 1);

    sweep.signal("SEGV").end();

    assertThat(crashFilesBeside(scene)).isEmpty();
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("greenscreen-crash-" + sweep.process().pid() + ".log");
    }
    scene.await("001", run -> run.readStatus().state() == RunState.COMPLETED);
    assertThat(scene.run("sweep", "--resume").code()).isZero();
  }

  private static void checkCrashed(RunFolder run, String signal) {
    RunStatus status = run.readStatus();
    assertThat(status.state()).isEqualTo(RunState.FAILED);
    assertThat(status.reason()).matches(WHY.formatted(signal));
    String file = status.reason().replaceFirst(".*; see (\\S+),.*", "$1");
    assertThat(run.path().resolve(file)).content().contains(signal + " (0x");
  }

  /** Return crash files in the folder in which the program was started. */
  private static List<String> crashFilesBeside(FaultScenario scene) throws IOException {
    try (Stream<Path> files = Files.list(scene.folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(hs_err|replay|core).*"))
          .toList();
    }
  }
}
