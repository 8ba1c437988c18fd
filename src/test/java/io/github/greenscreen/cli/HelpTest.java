package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Golden;
import io.github.greenscreen.cli.CliFixture.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help of every command, letter by letter. */
final class HelpTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "greenscreen",
        "sweep",
        "train",
        "analyze",
        "final",
        "report",
        "export",
        "predict",
        "ensemble",
        "runs",
        "runs show",
        "space",
        "study",
        "data",
        "data fetch",
        "data verify",
        "data info",
        "engine",
        "engine fetch",
        "engine info",
        "doctor",
        "power",
        "simulate",
        "ask",
        "tell"
      })
  void help_everyCommand_isTheGoldenText(String command) throws IOException {
    String words = command.equals("greenscreen") ? "" : command;

    Outcome outcome = new CliFixture(folder).run(words + " --help");

    Golden.check(HelpTest.class, "help/" + command.replace(' ', '-') + ".txt", outcome.out());
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void subcommands_all_haveAGoldenText() {
    assertThat(
            new TreeSet<>(
                CommandLineApp.commandLine(CliFixture.context(new FakeTrainer()))
                    .getSubcommands()
                    .keySet()))
        .containsExactly(
            "analyze",
            "ask",
            "data",
            "doctor",
            "engine",
            "ensemble",
            "export",
            "final",
            "power",
            "predict",
            "report",
            "runs",
            "simulate",
            "space",
            "study",
            "sweep",
            "tell",
            "train");
  }

  @Test
  void version_withoutLoadingTheEngine_namesAllFour() throws IOException {
    Outcome outcome = new CliFixture(folder).run("--version");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .matches("greenscreen \\d+\\.\\d+.*\nJava \\d+.*\nDJL \\d+\\..*\nPyTorch \\d+\\..*\n");
  }
}
