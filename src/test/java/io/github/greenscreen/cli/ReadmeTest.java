package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Checks commands and links of the README, of the contributing guide, and of every docs page. */
final class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Path INDEX = Path.of("docs", "README.md");
  private static final Pattern FENCE = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ANY_FENCE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

  @Test
  void commands_ofTheProgram_areUnderstood() throws IOException {
    CommandLine parser = CommandLineApp.commandLine(CliFixture.context(new FakeTrainer()));
    List<String> commands = commands("greenscreen ");

    assertThat(commands).hasSizeGreaterThan(32);
    for (String command : commands) {
      String[] words = command.substring("greenscreen ".length()).split(" ");
      assertThatCode(() -> parser.parseArgs(words)).as(command).doesNotThrowAnyException();
    }
  }

  @Test
  void commands_ofTheScript_areUnderstoodByTheStudy() throws IOException {
    CommandLine parser = CommandLineApp.commandLine(CliFixture.context(new FakeTrainer()));
    List<String> commands = commands("./greenscreen.sh");

    assertThat(commands).hasSizeGreaterThan(3);
    for (String command : commands) {
      String[] words = command.replace("./greenscreen.sh", "study").split(" ", -1);
      assertThatCode(() -> parser.parseArgs(words)).as(command).doesNotThrowAnyException();
    }
  }

  @Test
  void commands_ofJava_nameProgramsOfTheTests() throws Exception {
    for (String command : commands("java -cp target/test-classes ")) {
      assertThat(Class.forName(command.split(" ", -1)[3])).as(command).hasPublicMethods("main");
    }
  }

  @Test
  void commands_all_areOfKnownPrograms() throws IOException {
    assertThat(commands(""))
        .allMatch(
            line ->
                line.matches(
                    "(greenscreen|\\./greenscreen\\.sh|mvn|java -cp target/test-classes)( .*)?"));
  }

  @Test
  void readme_mainCommands_areThere() throws IOException {
    assertThat(commands(List.of(README), "")).contains("./greenscreen.sh --quick", "mvn -B verify");
  }

  @Test
  void readme_size_isAnOverview() throws IOException {
    assertThat(Files.size(README)).isLessThan(8_000);
  }

  @Test
  void index_always_listsEveryPage() throws IOException {
    String index = Files.readString(INDEX);

    for (Path page : docs()) {
      if (!page.equals(INDEX)) {
        assertThat(index).contains("](" + page.getFileName() + ")");
      }
    }
  }

  @Test
  void links_withinTheProject_leadToFilesAndHeadings() throws IOException {
    for (Path page : pages()) {
      for (String link : links(page)) {
        String[] context = link.split("#", 2);
        Path target = context[0].isEmpty() ? page : page.resolveSibling(context[0]).normalize();
        assertThat(target).as("%s: %s", page, link).exists();
        if (context.length == 2) {
          assertThat(anchors(target)).as("%s: %s", page, link).contains(context[1]);
        }
      }
    }
  }

  private static List<String> links(Path page) throws IOException {
    return LINK.matcher(prose(page))
        .results()
        .map(match -> match.group(1))
        .filter(link -> !link.contains("://"))
        .toList();
  }

  /** Return the names that GitHub gives to the headings of a page. */
  private static Set<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(prose(page))
        .results()
        .map(match -> match.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String prose(Path page) throws IOException {
    return ANY_FENCE.matcher(Files.readString(page)).replaceAll("");
  }

  private static List<String> commands(String start) throws IOException {
    return commands(pages(), start);
  }

  private static List<String> commands(List<Path> pages, String start) throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : pages) {
      Matcher matcher = FENCE.matcher(Files.readString(page));
      while (matcher.find()) {
        matcher.group(1).lines().filter(line -> line.startsWith(start)).forEach(commands::add);
      }
    }
    return commands;
  }

  private static List<Path> pages() throws IOException {
    return Stream.concat(Stream.of(README, Path.of("CONTRIBUTING.md")), docs().stream()).toList();
  }

  private static List<Path> docs() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return docs.filter(page -> page.toString().endsWith(".md")).sorted().toList();
    }
  }
}
