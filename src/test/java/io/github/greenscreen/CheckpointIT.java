package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.PackagedProgram.Started;
import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process is killed, and which goes on in another one, through the distribution. */
final class CheckpointIT {
  private static final int EPOCHS = 8;

  @TempDir private Path folder;
  private PackagedProgram greenscreen;
  private RunStore store;

  @BeforeEach
  void prepare() {
    greenscreen = new PackagedProgram(folder);
    store = new RunStore(folder.resolve("runs"));
  }

  @Test
  void train_killedAndResumed_endsWithTheNumbersOfAnUndisturbedRun() throws Exception {
    String[] words = {
      "train",
      "--limit=200",
      "--epochs=" + EPOCHS,
      "--idle=0",
      "--checkpoint-every=1",
      "--set=augmentation=random",
      "--set=lr_schedule=cosine",
      "--set=optimizer=AdamW"
    };
    assertThat(greenscreen.run(words).code()).isZero();
    Started training = greenscreen.start(words);
    greenscreen.awaitEpochs("002", 3);
    PackagedProgram.kill("KILL", training.process().pid());
    training.end();
    RunFolder killed = greenscreen.awaitEnd("002");
    assertThat(killed.readStatus().state()).isEqualTo(RunState.INTERRUPTED);

    Outcome resumed = greenscreen.run("train", "--resume", "002");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(killed.readStatus().state()).isEqualTo(RunState.COMPLETED);
    assertThat(killed.readStatus().attempts()).isEqualTo(2);
    assertThat(StatusEntries.of(killed.readStatus()).get("resumed_from_epoch")).matches("[2-7]");
    assertThat(learnt(killed)).isEqualTo(learnt(store.find("001").orElseThrow()));
    assertThat(killed.readEpochs()).hasSize(EPOCHS + 2);
    assertThat(killed.read().result()).isEqualTo(store.find("001").orElseThrow().read().result());
    assertThat(killed.checkpoints().path()).doesNotExist();
  }

  @Test
  void sweep_resumed_goesOnFromTheCheckpoint() throws Exception {
    Started sweep = greenscreen.start("sweep", "-n=1", "--limit=200", "--epochs=30");
    greenscreen.awaitEpochs("001", 2);
    sweep.signal("INT");
    RunFolder run = store.find("001").orElseThrow();
    List<EpochRow> before = run.checkpoints().exists() ? run.readEpochs().subList(0, 2) : List.of();
    assertThat(before).hasSize(2);

    assertThat(greenscreen.run("sweep", "--resume").code()).isZero();

    assertThat(StatusEntries.of(run.readStatus())).containsKey("resumed_from_epoch");
    assertThat(run.readEpochs()).hasSize(32).startsWith(before.toArray(EpochRow[]::new));
  }

  /** Return what the network did in every row, as it is written. */
  private static List<String> learnt(RunFolder run) throws IOException {
    return Files.readAllLines(run.path().resolve("logs.csv")).stream()
        .map(line -> line.split(",", -1))
        .map(cells -> String.join(",", cells[0], cells[2], cells[3], cells[4], cells[5], cells[13]))
        .toList();
  }
}
