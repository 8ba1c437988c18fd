package io.github.greenscreen.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often checkpoints are written, and how a run goes on by hand. */
final class CheckpointOptionTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void sweep_withCheckpointEvery_handsItToItsRunsAndKeepsIt() {
    assertThat(cli.study("sweep -n 1 --checkpoint-every 5").code()).isZero();
    assertThat(cli.study("sweep --resume --checkpoint-every 0").code()).isZero();
    assertThat(cli.study("sweep --resume").code()).isZero();
    assertThat(cli.launches())
        .containsExactly(
            List.of("--checkpoint-every", "5"),
            List.of("--checkpoint-every", "0"),
            List.of("--checkpoint-every", "0"));
  }

  @Test
  void train_withCheckpointEveryThatIsNone_isRefused() {
    Outcome outcome = cli.study("train --checkpoint-every often");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith(
            "greenscreen: Invalid value for option '--checkpoint-every': found \"often\", expected"
                + " a whole number of epochs such as 5, or 0\n");
  }

  @Test
  void train_resume_goesOnWithThatRun() {
    RunFolder run = interrupted();
    Outcome outcome = cli.run("train --resume 1 --runs @/runs");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(run.readStatus().state()).isEqualTo(RunState.COMPLETED);
    assertThat(run.readStatus().attempts()).isEqualTo(2);
  }

  @Test
  void train_resumeOfNoRun_isRefused() {
    Outcome outcome = cli.run("train --resume 7 --runs @/runs");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: --resume: no run 7 in @/runs; 'greenscreen runs --runs @/runs' "
                + "lists all runs\n");
  }

  @Test
  void train_resumeWithWhatARunSaysItself_isRefused() {
    interrupted();
    for (String other : List.of("--set lr=0.1", "--epochs 9", "--limit 9", "--baseline")) {
      Outcome outcome = cli.run("train --runs @/runs --resume 001 " + other);
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.err())
          .isEqualTo(
              "greenscreen: --resume continues run 001 with its own options; remove "
                  + other.split(" ", 2)[0]
                  + "\n");
    }
    assertThat(cli.run("train @/runs/001 --limit 9").err())
        .isEqualTo(
            "greenscreen: a run folder defines what to train; remove @/runs/001 or --limit\n");
  }

  private RunFolder interrupted() {
    RunPlan plan =
        new RunPlan(
            Configuration.of(Map.of("model", "resnet20", "precision", "float32")),
            22,
            OptionalInt.of(2),
            "shapes");
    RunStatus status = RunStatus.waiting(RunPurpose.SINGLE, "", OptionalInt.of(100));
    RunStatus begun = status.begun(Instant.EPOCH, RunEnvironment.NONE);
    return new RunStore(folder.resolve("runs"))
        .create(plan, begun.with(RunState.INTERRUPTED, "the process was asked to stop"));
  }
}
