package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that their patience ends, because the validation loss stays the same. */
final class PatienceCommandsTest {
  private static final String WHY =
      "patience 1 ended the training after 2 of 4 epochs: the lowest validation loss was 1.600000"
          + " in epoch 1";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void train_withPatience_saysAfterHowManyEpochsItEnded() {
    Outcome outcome = cli.study("train --set patience=1 --epochs 4");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).endsWith("\nrun 001: " + WHY + "\n");
    assertThat(cli.run("runs --runs @/runs").out()).contains(" completed ", " 2/4 ", WHY);
  }

  @Test
  void analyze_runsEndedByPatience_areRankedWithTheOthers() {
    cli.study("train --baseline");
    Outcome sweep = cli.study("sweep --set patience=1 --set lr=0.01 --epochs 4 -n 2");
    Outcome analysis = cli.run("analyze --runs @/runs --report @/report");

    assertThat(sweep.out()).isEqualTo("sweep: 2 of 2 runs completed, 0 stopped, 0 failed\n");
    assertThat(analysis.out()).doesNotContain("Left out");
    assertThat(cli.path("report/runs_summary.csv")).content().hasLineCount(4);
  }
}
