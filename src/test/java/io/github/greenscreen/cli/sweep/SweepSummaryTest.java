package io.github.greenscreen.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.EarlyStoppingSavings;
import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.sweep.attempt.SweepOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep says and returns if its runs do not train. */
final class SweepSummaryTest {
  private static final String WHY = "precision float16 comes later; take float32";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void sweep_sameFailureBeforeTheFirstEpoch_blamesTheMachine() {
    Outcome outcome = cli.study("sweep -n 6 --set precision=float16");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).startsWith("sweep: 0 of 6 runs completed, 0 stopped, 5 failed\n");
    assertThat(outcome.err())
        .endsWith(
            "greenscreen: 5 runs in a row failed for the same reason before their first epoch (005:"
                + " "
                + WHY
                + "), which points to the machine, not the configurations;\n"
                + "greenscreen: the sweep has ended. Run 'greenscreen doctor', which shows what is "
                + "missing, then resume with:\n"
                + "greenscreen: greenscreen sweep --resume --runs @/runs, which retries these runs "
                + "(--max-failures none: no limit)\n");
  }

  @Test
  void study_sweepFails_saysHowToResumeTheStudy() {
    Outcome outcome = cli.study("study --quick --set precision=float16");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .endsWith(
            "then resume with:\n"
                + "greenscreen: greenscreen study --resume --runs @/runs, which retries these runs "
                + "(--max-failures none: no limit)\n");
  }

  @Test
  void sweep_interrupted_namesTheCommandThatResumesIt() {
    SweepOutcome interrupted =
        new SweepOutcome(
            4,
            4,
            List.of("001"),
            List.of(),
            List.of(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    StringWriter err = new StringWriter();

    int code =
        new SweepSummary(
                new PrintWriter(new StringWriter()), new PrintWriter(err), Path.of("runs"), "study")
            .conclude(interrupted, 1, EarlyStoppingSavings.of(List.of()), List.of());

    assertThat(code).isEqualTo(130);
    assertThat(err)
        .hasToString(
            "greenscreen: interrupted; resume with: greenscreen study --resume --runs runs\n");
  }

  @Test
  void sweep_oneFailureAllowed_speaksOfOneRun() {
    Outcome outcome = cli.study("sweep -n 6 --set precision=float16 --max-failures 1");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("greenscreen: run 001 failed before its first epoch (" + WHY + "), which points ")
        .contains(", which retries this run (--max-failures none: no limit)\n");
  }

  @Test
  void sweep_allOfAFewFail_blamesTheMachine() {
    Outcome outcome = cli.study("sweep -n 3 --set precision=float16");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("greenscreen: 3 runs in a row failed for the same reason ");
  }

  @Test
  void sweep_someFail_saysHowToRetryThem() {
    Outcome outcome = cli.study("sweep -n 1 --set precision=float16");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err())
        .endsWith(
            "to retry failed runs: greenscreen sweep --resume --retry-failed --runs @/runs\n");
  }

  @Test
  void resume_retryFailed_retriesThem() {
    cli.study("sweep -n 3 --set precision=float16 --max-failures none");

    Outcome outcome = cli.run("sweep --resume --retry-failed --runs @/runs");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(cli.run("runs show 001 --runs @/runs").out()).containsPattern("attempts +2\n");
    assertThat(cli.run("runs show 003 --runs @/runs").out()).containsPattern("attempts +2\n");
  }

  @Test
  void resume_retryFailedWithoutFailures_saysSo() {
    cli.study("sweep -n 1");

    Outcome outcome = cli.run("sweep --resume --retry-failed --runs @/runs");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).startsWith("--retry-failed: no run of the sweep has failed\n");
  }

  @Test
  void sweep_retryFailedWithoutResume_isRefused() {
    Outcome outcome = cli.study("sweep --retry-failed");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: --retry-failed applies to runs that exist already; add --resume\n");
  }

  @Test
  void sweep_everythingTriedAlready_isAFailure() throws IOException {
    cli.study("train --baseline --set lr=0.01 --set batch_size=4");

    Outcome outcome = cli.study("sweep -n 4 --set lr=0.01 --set batch_size=4");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEqualTo("sweep: 0 of 0 runs completed, 0 stopped, 0 failed\n");
    assertThat(outcome.err())
        .endsWith(
            "the search space is exhausted; 0 of the 4 requested configurations were tried\n"
                + "greenscreen: the sweep trained nothing: all configurations are among the runs in"
                + " @/runs or those of --warm-start; widen the search space, or choose another"
                + " folder with --runs\n");
  }

  @Test
  void sweep_warmStartFromRunsThatNeverTrained_saysSoAndTriesThem() throws IOException {
    cli.study("sweep -n 2 --set precision=float16");
    Files.move(cli.path("runs"), cli.path("older"));

    Outcome outcome = cli.study("sweep -n 8 --warm-start @/older");

    assertThat(outcome.err())
        .startsWith(
            "--warm-start: no baseline or sweep run in @/older has trained an epoch; there is "
                + "nothing to learn from\n");
    assertThat(outcome.out()).isEqualTo("sweep: 8 of 8 runs completed, 0 stopped, 0 failed\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void sweep_warmStartFromAnotherSpace_saysSo() throws IOException {
    cli.study("sweep -n 1 --epochs 1");
    Files.move(cli.path("runs"), cli.path("older"));

    assertThat(cli.study("sweep -n 1 --warm-start @/older").err())
        .startsWith(
            "--warm-start: no run in @/older lies in the search space; there is nothing to learn "
                + "from\n");
  }
}
