package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Every option of every command takes effect or is refused. The table {@code option-effects.txt}
 * says so for each of them; a new option needs a line there.
 */
final class OptionEffectsTest {
  private static final Path TABLE =
      Path.of("src/test/resources/io/github/greenscreen/cli/option-effects.txt");

  @TempDir private Path folder;

  /**
   * A line of the table.
   *
   * @param option command and option
   * @param kind effect, refused or tested
   * @param text what it changes, a command line, or the class that tests it
   * @param message what is said if it is refused
   */
  private record Line(String option, String kind, String text, String message) {
    static Line of(String line) {
      String[] cells = line.split(" \\| ", -1);
      return new Line(cells[0], cells[1], cells[2], cells.length > 3 ? cells[3] : "");
    }
  }

  @Test
  void table_ofOptions_isComplete() throws IOException {
    Set<String> declared = new TreeSet<>();
    CommandSpec root =
        CommandLineApp.commandLine(CliFixture.context(new FakeTrainer())).getCommandSpec();
    root.subcommands().forEach((name, command) -> collect(name, command, declared));

    Set<String> classified = new TreeSet<>();
    lines().forEach(line -> classified.add(line.option()));
    assertThat(classified).isEqualTo(declared);
  }

  private static void collect(String name, CommandLine command, Set<String> declared) {
    CommandSpec spec = command.getCommandSpec();
    for (OptionSpec option : spec.options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        declared.add(name + " " + option.longestName());
      }
    }
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      declared.add(name + " " + parameter.paramLabel().replace('|', '/'));
    }
    for (Map.Entry<String, CommandLine> nested : spec.subcommands().entrySet()) {
      collect(name + " " + nested.getKey(), nested.getValue(), declared);
    }
  }

  @Test
  void table_ofOptions_isWellFormed() throws IOException {
    for (Line line : lines()) {
      assertThat(line.kind()).as(line.option()).isIn("effect", "refused", "tested");
      assertThat(!line.message().isEmpty())
          .as(line.option())
          .isEqualTo(line.kind().equals("refused"));
    }
    List<String> classes =
        lines().stream().filter(line -> line.kind().equals("tested")).map(Line::text).toList();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
      assertThat(there).containsAll(classes);
    }
  }

  @Test
  void option_withoutEffect_isRefused() throws IOException {
    CliFixture cli = new CliFixture(folder);
    Files.writeString(cli.path("first.yaml"), "- {lr: 0.01}\n");
    Files.writeString(
        cli.path("other.yaml"),
        Files.readString(cli.path("config.yaml")).replace("random", "grid"));
    cli.study("sweep -n 3");
    cli.run("analyze --runs @/runs --report @/report");
    List<String> wrong = new ArrayList<>();
    for (Line line : lines()) {
      if (line.kind().equals("refused")) {
        Outcome outcome = cli.run(line.text());
        String said =
            outcome.err().stripTrailing().replace("greenscreen: ", "").replaceAll("\n.*", " …");
        if (outcome.code() != 2 || !said.equals(line.message())) {
          wrong.add(line.text() + ": " + outcome.code() + " " + said);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Line> lines() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Line::of)
        .toList();
  }
}
