package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands whose results cannot be written, because a disk is full or nobody reads any more. */
final class LostResultsTest {
  private static final String LOST =
      "standard output cannot be written (No space left on device), so results are lost; make room "
          + "or choose another place for the output, and run the command again";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void makeFixture() throws IOException {
    cli = new CliFixture(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "space --help",
        "space --config @/config.yaml",
        "runs --runs @/runs",
        "runs show 1 --runs @/runs",
        "analyze --runs @/runs --report @/report",
        "data",
        "data info shapes",
        "data verify shapes",
        "engine info",
        "doctor",
        "doctor --format json",
        "ask --runs @/asked --config @/config.yaml",
        "simulate @/table.csv --objective y",
        "simulate @/table.csv --objective y --format json",
      })
  void run_fullDisk_failsAndSaysSo(String command) throws IOException {
    study();

    StringWriter err = new StringWriter();
    int code = cli.run(command, failing("No space left on device"), err);

    assertThat(err.toString().lines().toList())
        .endsWith("greenscreen: " + LOST)
        .containsOnlyOnce("greenscreen: " + LOST);
    assertThat(code).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "space --config @/config.yaml",
        "runs --runs @/runs",
        "simulate @/table.csv --objective y",
      })
  void run_readerHasGone_isSilentAndEndsAsIfBySigpipe(String command) throws IOException {
    study();

    StringWriter err = new StringWriter();
    int code = cli.run(command, failing("Broken pipe"), err);

    assertThat(err.toString()).doesNotContain("standard output", "pipe");
    assertThat(code).isEqualTo(141);
  }

  @Test
  void run_commandFailsAnyway_keepsItsExitCode() {
    StringWriter err = new StringWriter();

    assertThat(cli.run("runs --runs @/nowhere", failing("Broken pipe"), err)).isEqualTo(2);
    assertThat(cli.run("nonsense", failing("No space left on device"), err)).isEqualTo(2);
  }

  @Test
  void run_closedOutput_isNamedAsSuch() {
    StringWriter err = new StringWriter();
    int code = cli.run("space --config @/config.yaml", failing("Bad file descriptor"), err);

    assertThat(err.toString())
        .isEqualTo(
            "greenscreen: " + LOST.replace("No space left on device", "it is closed") + "\n");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void run_stepsOfAStudy_sayItOnce() {
    StringWriter err = new StringWriter();
    int code =
        cli.run(
            "study -n 1 --final-epochs 1 --meter none --idle 0 --runs @/s --report @/report "
                + "--config @/config.yaml --limit 100",
            failing("No space left on device"),
            err);

    assertThat(err.toString().lines().filter(line -> line.contains(LOST))).hasSize(1);
    assertThat(code).isEqualTo(1);
  }

  /** Train two runs, and write a table. */
  private void study() throws IOException {
    Outcome sweep = cli.study("sweep -n 2 --meter none --idle 0");
    assertThat(sweep.code()).as(sweep.err()).isZero();
    Files.writeString(folder.resolve("table.csv"), "a,y\n1,2\n2,3\n3,5\n4,8\n");
  }

  private static Writer failing(String message) {
    return new Writer() {
      @Override
      public void write(char[] text, int from, int length) throws IOException {
        throw new IOException(message);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
