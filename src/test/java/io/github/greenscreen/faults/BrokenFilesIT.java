package io.github.greenscreen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.faults.FaultScenario.Running;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are cut off, removed or replaced by links behind the program's back. */
@Tag("faults")
@ExtendWith(FaultTable.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are found in /proc")
final class BrokenFilesIT {

  /** A run with a checkpoint goes on from that; nothing else is lost. */
  @ParameterizedTest
  @CsvSource({"logs.csv,0", "status.yaml,7", "parameters.yaml,50"})
  void resume_fileOfAnInterruptedRunCutOff_goesOnFromItsCheckpoint(
      String file, int percent, FaultScenario scene) throws Exception {
    scene.breaks("%s of an interrupted run cut to %s %%".formatted(file, percent), 1);
    interrupted(scene);
    cut(scene.store().path().resolve("001").resolve(file), percent);

    Outcome resumed = scene.run("sweep", "--resume");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(StatusEntries.of(scene.run("001").readStatus())).containsKey("resumed_from_epoch");
  }

  /** What cannot be known any more is trained again, and what is left of it is kept. */
  @ParameterizedTest
  @CsvSource({"parameters.yaml,40", "logs.csv,70", "status.yaml,40"})
  void resume_fileOfACompletedRunCutOff_setsItAsideAndTrainsItAgain(
      String file, int percent, FaultScenario scene) throws Exception {
    scene.breaks("%s of a completed run cut to %s %%".formatted(file, percent), 2);
    Running sweep = scene.startSweep(2, "--epochs=4");
    scene.awaitEpochs("002", 1);
    sweep.signal("INT").end();
    Path run = scene.store().path().resolve("001");
    cut(run.resolve(file), percent);

    Outcome resumed = scene.run("sweep", "--resume");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("run 001 is broken (");
    assertThat(run.resolveSibling("001.broken").resolve(file)).exists();
    assertThat(run.resolveSibling("001.broken").resolve("output.log")).isNotEmptyFile();
  }

  @Test
  void resume_planCutOff_goesOnByItsCopy(FaultScenario scene) throws Exception {
    scene.breaks("sweep.yaml and power.csv of an interrupted sweep cut off", 1);
    interrupted(scene);
    cut(scene.store().path().resolve("sweep.yaml"), 70);
    cut(scene.store().path().resolve("001/power.csv"), 0);

    Outcome resumed = scene.run("sweep", "--resume");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(scene.store().path().resolve("sweep.yaml"))
        .hasSameTextualContentAs(scene.store().path().resolve("sweep.yaml.copy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"logs.csv", "status.yaml", "parameters.yaml"})
  void sweep_fileEmptiedWhileTheRunTrains_isWholeInTheEnd(String file, FaultScenario scene)
      throws Exception {
    scene.breaks(file + " emptied while the run trains", 1);
    Running sweep = scene.startSweep(1, "--epochs=30");
    RunFolder run = scene.awaitEpochs("001", 2);
    cut(run.path().resolve(file), 0);

    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(run.readStatus().state()).isEqualTo(RunState.COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logs.csv", "status.yaml"})
  void sweep_fileEmptiedAndChildKilled_isMendedAndTriedAgain(String file, FaultScenario scene)
      throws Exception {
    scene.breaks(file + " emptied, then kill -9 of the child, one retry", 1);
    Running sweep = scene.startSweep(1, "--epochs=30", "--retries=1", "--checkpoint-every=1");
    scene.await("001", run -> FaultScenario.epochs(run) >= 2 && run.checkpoints().exists());
    long child = scene.pid("001");
    Processes.signal("STOP", child);
    cut(scene.store().path().resolve("001").resolve(file), 0);
    Processes.signal("KILL", child);

    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(StatusEntries.of(scene.run("001").readStatus())).containsKey("resumed_from_epoch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "yaml"})
  void resume_lastCheckpointCutOff_goesOnFromTheOneBefore(String ending, FaultScenario scene)
      throws Exception {
    scene.breaks("last checkpoint cut off (." + ending + ")", 1);
    interrupted(scene);
    cut(newest(scene, ending), 50);

    Outcome resumed = scene.run("sweep", "--resume");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(scene.store().path().resolve("001/output.log"))
        .content()
        .contains("checkpoint is broken: ");
    assertThat(StatusEntries.of(scene.run("001").readStatus())).containsKey("resumed_from_epoch");
  }

  @Test
  void resume_allCheckpointsCutOff_beginsAnew(FaultScenario scene) throws Exception {
    scene.breaks("all checkpoints cut off", 1);
    interrupted(scene);
    try (Stream<Path> files = Files.list(scene.run("001").checkpoints().path())) {
      for (Path file : files.toList()) {
        cut(file, 50);
      }
    }

    Outcome resumed = scene.run("sweep", "--resume");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(StatusEntries.of(scene.run("001").readStatus()))
        .doesNotContainKey("resumed_from_epoch");
  }

  @Test
  void resume_linkInPlaceOfTheCheckpoints_isRefusedAndNothingIsTouched(FaultScenario scene)
      throws Exception {
    scene.breaks("link to elsewhere in place of the checkpoints", 1);
    interrupted(scene);
    Path checkpoints = scene.run("001").checkpoints().path();
    Path elsewhere = scene.folder().resolve("elsewhere");
    Files.move(checkpoints, elsewhere);
    Files.createSymbolicLink(checkpoints, elsewhere);
    long files = count(elsewhere);

    Outcome resumed = scene.run("sweep", "--resume");

    assertThat(resumed.code()).as(resumed.err()).isEqualTo(3);
    assertThat(scene.run("001").readStatus().reason())
        .contains("is a link to outside the runs folder");
    assertThat(count(elsewhere)).isEqualTo(files);
  }

  @Test
  void sweep_runFolderRemoved_failsThatRunAlone(FaultScenario scene) throws Exception {
    scene.breaks("run folder removed while the run trains", 1);
    Running sweep = scene.startSweep(2, "--epochs=20");
    RunFolder run = scene.awaitEpochs("001", 1);
    remove(run.path());

    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(3);
    assertThat(outcome.out()).contains("sweep: 1 of 2 runs completed, 0 stopped, 1 failed\n");
  }

  @Test
  void sweep_runsFolderRemoved_endsWithASentence(FaultScenario scene) throws Exception {
    scene.breaks("runs folder removed while a run trains", 1);
    Running sweep = scene.startSweep(2, "--epochs=20");
    scene.awaitEpochs("001", 1);
    remove(scene.store().path());

    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(3);
    assertThat(outcome.err()).doesNotContain("Exception");
  }

  /** Leave a sweep of one run behind that has two checkpoints and can go on. */
  private static void interrupted(FaultScenario scene) throws Exception {
    Running sweep = scene.startSweep(1, "--epochs=10", "--meter=estimate:20W");
    scene.awaitEpochs("001", 3);
    sweep.signal("INT").end();
    assertThat(scene.run("001").readStatus().state()).isEqualTo(RunState.INTERRUPTED);
  }

  private static Path newest(FaultScenario scene, String ending) throws IOException {
    try (Stream<Path> files = Files.list(scene.run("001").checkpoints().path())) {
      return files
          .filter(f -> f.toString().endsWith(ending))
          .sorted()
          .reduce((a, b) -> b)
          .orElseThrow();
    }
  }

  /** Cut a file off in the middle of a line, where it is not emptied. */
  private static void cut(Path file, int percent) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int length = bytes.length * percent / 100;
    while (length > 0 && bytes[length - 1] == '\n') {
      length--;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  /** Remove all of it, while somebody may be writing there. */
  private static void remove(Path folder) throws IOException, InterruptedException {
    Processes.run("rm -rf \"$0\" 2>/dev/null || rm -rf \"$0\"", folder);
  }
}
