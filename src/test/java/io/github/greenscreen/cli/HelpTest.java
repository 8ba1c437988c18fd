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
import org.junit.jupiter.params.provider.CsvSource;
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
        "compare",
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
        "tell",
        "help"
      })
  void help_everyCommand_isTheGoldenText(String command) throws IOException {
    String words = command.equals("greenscreen") ? "" : command;

    Outcome outcome = new CliFixture(folder).run(words + " --help");

    Golden.check(HelpTest.class, "help/" + command.replace(' ', '-') + ".txt", outcome.out());
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sweep", "runs", "runs show", "engine fetch", "help"})
  void helpCommand_ofACommand_printsWhatItsOptionPrints(String command) throws IOException {
    CliFixture cli = new CliFixture(folder);

    Outcome outcome = cli.run("help " + command);

    assertThat(outcome).isEqualTo(cli.run(command + " --help"));
    assertThat(outcome.out()).startsWith("Usage: greenscreen ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "runs list  | greenscreen runs has no command \"list\"; expected one of show",
        "runs shows | greenscreen runs has no command \"shows\"; expected one of show (did you mean "
            + "\"show\"?)",
        "sweep now  | greenscreen sweep has no commands, but found \"now\"; leave it out",
      })
  void helpCommand_ofAnUnknownCommand_namesTheKnownOnes(String command, String message)
      throws IOException {
    assertThat(new CliFixture(folder).run("help " + command))
        .isEqualTo(new Outcome(2, "", "greenscreen: " + message + "\n"));
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
            "compare",
            "data",
            "doctor",
            "engine",
            "ensemble",
            "export",
            "final",
            "help",
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
