package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.greenscreen.Shell;
import io.github.greenscreen.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What README and docs tell people to type must be understood by the program. */
final class ReadmeTest {
  private static final Pattern FENCE = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void commands_ofTheProgram_areUnderstood() throws IOException {
    CommandLine parser = CommandLineApp.commandLine(Cli.parts(new FakeTrainer()));
    List<String> commands = commands("greenscreen ");

    assertThat(commands).hasSizeGreaterThan(8);
    for (String command : commands) {
      String[] words = command.substring("greenscreen ".length()).split(" ");
      assertThatCode(() -> parser.parseArgs(words)).as(command).doesNotThrowAnyException();
    }
  }

  @Test
  void commands_ofTheScript_areUnderstood() throws Exception {
    List<String> commands = commands("./greenscreen.sh");

    assertThat(commands).hasSizeGreaterThan(1);
    for (String command : commands) {
      List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
      words.set(0, Path.of("greenscreen.sh").toAbsolutePath().toString());
      words.add("--help");
      Outcome outcome = Shell.run(folder, Map.of(), words);
      assertThat(outcome.code()).as(command).isZero();
    }
  }

  @Test
  void commands_all_areOfKnownPrograms() throws IOException {
    assertThat(commands(""))
        .allMatch(line -> line.matches("(greenscreen|\\./greenscreen\\.sh|mvn)( .*)?"));
  }

  private static List<String> commands(String start) throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : pages()) {
      Matcher matcher = FENCE.matcher(Files.readString(page));
      while (matcher.find()) {
        matcher.group(1).lines().filter(line -> line.startsWith(start)).forEach(commands::add);
      }
    }
    return commands;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md")),
              docs.filter(page -> page.toString().endsWith(".md")).sorted())
          .toList();
    }
  }
}
