package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.PackagedProgram.Started;
import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Ctrl-C and a killed process leave behind, through the packaged distribution. */
final class InterruptIT {
  @TempDir private Path folder;
  private PackagedProgram greenscreen;
  private RunStore store;

  @BeforeEach
  void prepare() {
    greenscreen = new PackagedProgram(folder);
    store = new RunStore(folder.resolve("runs"));
  }

  @Test
  void train_interrupted_endsItsEpochAndSaysHowToGoOn() throws Exception {
    Started training = greenscreen.start("train", "--limit=200", "--epochs=100000");
    RunFolder run = greenscreen.awaitEpoch("001");

    Outcome outcome = training.signal("INT");

    assertThat(outcome.code()).isEqualTo(130);
    assertThat(outcome.err())
        .contains("stopping after the current epoch; send another signal to stop immediately\n")
        .contains("interrupted (the process was asked to stop); resume with:")
        .contains("greenscreen train runs/001\n");
    assertThat(run.readStatus().state()).isEqualTo(RunState.INTERRUPTED);
    long epochs = run.readEpochs().stream().filter(EpochRow::isTraining).count();
    assertThat(run.checkpoints().newest(warning -> {}).orElseThrow().checkpoint().epochs())
        .isEqualTo((int) epochs);
    assertNoCrash();
  }

  @Test
  void train_interruptedTwice_stopsAtOnce() throws Exception {
    Started training = greenscreen.start("train", "--limit=10000", "--epochs=3");
    RunFolder run = greenscreen.awaitTraining("001");

    PackagedProgram.kill("TERM", training.process().pid());
    // Two signals that wait for the process at once count as one.
    training.awaitMessage("send another signal to stop immediately");
    PackagedProgram.kill("TERM", training.process().pid());
    Outcome outcome = training.end();

    assertThat(outcome.code()).isEqualTo(130);
    assertThat(run.readStatus().state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(run.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre");
    assertNoCrash();
  }

  @Test
  void sweep_interrupted_isResumedWithTheSameConfigurations() throws Exception {
    Started sweep = greenscreen.start("sweep", "-n=2", "--limit=100", "--epochs=20");
    RunFolder run = greenscreen.awaitEpoch("001");
    long child = Long.parseLong(StatusEntries.of(run.readStatus()).get("pid"));

    Outcome outcome = sweep.signal("INT");

    assertThat(outcome.code()).isEqualTo(130);
    assertThat(outcome.out()).contains("sweep: 0 of 2 runs completed, 0 stopped, 0 failed\n");
    assertThat(outcome.err())
        .contains("interrupted; resume with: greenscreen sweep --resume --runs runs\n");
    assertThat(run.readStatus().state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    assertNoCrash();

    List<Configuration> given = store.study().readSweep().orElseThrow().configurations();
    Outcome resumed = greenscreen.run("sweep", "--resume");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    List<Configuration> planned = store.study().readSweep().orElseThrow().configurations();
    assertThat(planned).startsWith(given.get(0));
    assertThat(store.readAll())
        .extracting(record -> record.plan().whole())
        .containsExactlyElementsOf(planned)
        .hasSize(2);
    assertThat(store.readAll()).allMatch(r -> r.status().state() == RunState.COMPLETED);
  }

  @Test
  void sweep_childKilled_isFailedAndTheSweepGoesOn() throws Exception {
    Started sweep = greenscreen.start("sweep", "-n=1", "--limit=100", "--epochs=100000");
    RunFolder run = greenscreen.awaitEpoch("001");

    PackagedProgram.kill("KILL", Long.parseLong(StatusEntries.of(run.readStatus()).get("pid")));
    Outcome outcome = sweep.end();

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out())
        .contains("sweep: 0 of 1 runs completed, 0 stopped, 1 failed\n")
        .contains("  001 failed: the process was killed by signal 9 (SIGKILL)");
    assertThat(run.readStatus().state()).isEqualTo(RunState.FAILED);
  }

  /** A JVM that dies in native code leaves a file. */
  private void assertNoCrash() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("hs_err"));
    }
  }
}
