package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that builds and starts a study, with a fake greenscreen that prints its arguments. */
final class StudyScriptTest {
  @TempDir private Path temporary;
  private Path project;
  private Path work;
  private Path tools;
  private Path distribution;

  @BeforeEach
  void checkOut() throws IOException {
    project = temporary.toRealPath().resolve("a project");
    work = Files.createDirectories(temporary.resolve("work"));
    tools = Files.createDirectories(temporary.resolve("tools"));
    distribution = project.resolve("target/greenscreen/bin/greenscreen");
    Files.createDirectories(project.resolve("src"));
    Files.writeString(project.resolve("pom.xml"), "");
    Files.writeString(project.resolve("config.yaml"), "");
    Files.copy(
        Path.of("greenscreen.sh"),
        project.resolve("greenscreen.sh"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Shell.script(distribution, "echo \"$@\"", "eval \"code=\\${CODE_$1:-0}\"", "exit \"$code\"");
    Files.writeString(project.resolve("target/greenscreen.tar.gz"), "");
  }

  @Test
  void study_built_executesTheCommandWithAllArguments() throws Exception {
    Outcome outcome = study(Map.of("CODE_study", "3"), "--quick", "-n", "7");

    assertThat(outcome.out()).isEqualTo("study --quick -n 7\n");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void study_valuesThatAShellWouldRun_arriveAsTheyAre() throws Exception {
    Shell.script(distribution, "printf '[%s]' \"$@\"");
    Files.writeString(project.resolve("target/greenscreen.tar.gz"), "");
    String value = "lr=$(touch x);`touch x` 'a' \"b\" * | > y";

    Outcome outcome = study(Map.of(), "--set", value, "--runs=-my runs; touch x");

    assertThat(outcome.out()).isEqualTo("[study][--set][" + value + "][--runs=-my runs; touch x]");
    assertThat(work.resolve("x")).doesNotExist();
    assertThat(work.resolve("y")).doesNotExist();
  }

  @Test
  void quick_sourcesAreNewer_buildsFirst() throws Exception {
    Files.setLastModifiedTime(project.resolve("target/greenscreen.tar.gz"), FileTime.fromMillis(0));
    Shell.script(tools.resolve("mvn"), "echo \"mvn $* in $PWD\" >&2");

    Outcome outcome = study(Map.of(), "--quick");

    assertThat(outcome.err())
        .startsWith(
            "Building greenscreen with Maven …\nmvn -q -B -DskipTests package in "
                + project
                + "\n");
    assertThat(outcome.out()).isEqualTo("study --quick\n");
  }

  @Test
  void quick_buildFails_endsWithoutASweep() throws Exception {
    Files.delete(distribution);
    Shell.script(tools.resolve("mvn"), "exit 1");

    Outcome outcome = study(Map.of(), "--quick");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).endsWith("greenscreen.sh: the build failed, see above.\n");
  }

  private Outcome study(Map<String, String> environment, String... arguments) throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("PATH", tools + ":/usr/bin:/bin");
    List<String> command = new ArrayList<>(List.of(project.resolve("greenscreen.sh").toString()));
    command.addAll(List.of(arguments));
    return Shell.run(work, all, command);
  }
}
