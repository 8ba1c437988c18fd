package io.github.greenscreen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Greenscreen;
import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.config.Mutations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input that is broken or hostile, and the rights of what is written. */
@Tag("faults")
@ExtendWith(FaultTable.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are found in /proc")
final class SecurityIT {
  private static final int MUTATIONS = 200;
  private static final List<String> HOSTILE =
      List.of(
          "$(touch pwned)",
          "`touch pwned`",
          "; touch pwned",
          "'; touch pwned; '",
          "\"; touch pwned; \"",
          "a\ntouch pwned\n",
          "| touch pwned",
          "a b",
          "*");

  @Test
  void space_mutatedConfigs_giveSentencesOrASpace(FaultScenario scene) throws Exception {
    scene.breaks("200 mutated config.yaml", 0);
    String original = Files.readString(Path.of("config.yaml"));
    Random random = scene.random();
    int usable = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Path file = scene.folder().resolve("mutated.yaml");
      Files.writeString(file, Mutations.of(original, random));
      StringWriter err = new StringWriter();
      int code =
          Greenscreen.run(
              new PrintWriter(new StringWriter()),
              new PrintWriter(err),
              "space",
              "--config",
              file.toString());
      assertThat(code).as(err.toString()).isIn(0, 2);
      assertThat(err.toString()).doesNotContain("Exception", "java.");
      usable += code == 0 ? 1 : 0;
    }
    assertThat(usable).isBetween(1, MUTATIONS - 1);
  }

  @Test
  void program_hostileValues_reachNoShell(FaultScenario scene) throws Exception {
    scene.breaks("values of config.yaml and --set that a shell would run", 0);
    for (String value : HOSTILE) {
      Outcome set = scene.run("sweep", "-n=1", "--set", "model=" + value);
      assertThat(set.code()).as(value).isEqualTo(2);
    }
    String quoted = HOSTILE.get(0);
    scene.config("{value: resnet20}", "{value: \"" + quoted + "\"}");
    assertThat(scene.run("sweep", "-n=1").code()).isEqualTo(2);
    assertThat(scene.folder().resolve("pwned")).doesNotExist();
  }

  @Test
  void script_hostileValues_reachNoShell(FaultScenario scene) throws Exception {
    scene.breaks("values of greenscreen.sh that a shell would run", 0);
    String script = Path.of("greenscreen.sh").toAbsolutePath().toString();
    for (String value : HOSTILE.subList(0, 6)) {
      Outcome outcome =
          scene.execute(
              List.of(
                  script,
                  "--quick",
                  "--set",
                  "model=" + value,
                  "--runs",
                  "my runs " + value,
                  "--report",
                  value));
      assertThat(outcome.code()).as(value + outcome.err()).isEqualTo(2);
    }
    assertThat(scene.folder().resolve("pwned")).doesNotExist();
  }

  @Test
  void sweep_hostileFolders_areFoldersAndNothingElse(FaultScenario scene) throws Exception {
    scene.breaks("a runs folder and a meter file that a shell would run", 1);
    Path runs = scene.folder().resolve("$(touch pwned);`touch pwned` 'a' \"b\"\n* c");
    scene.runsAre(runs);
    Path power = scene.folder().resolve("$(touch pwned); b.csv");
    Files.writeString(
        power,
        """
        time_ms,device,power_W,temperature_C,utilization_%,memory_MiB
        0,GPU 0,10,1,1,1
        9000000,GPU 0,10,1,1,1
        """);

    Outcome outcome = scene.sweep(1, "--epochs=2", "--runs=" + runs, "--meter=replay:" + power);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(scene.run("001").readPower()).isNotEmpty();
    assertThat(scene.folder().resolve("pwned")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"022, rw-r--r--, rwxr-xr-x", "027, rw-r-----, rwxr-x---"})
  void study_umask_isThatOfAllFiles(String umask, String file, String folder, FaultScenario scene)
      throws Exception {
    scene.breaks("umask " + umask, 2);
    Outcome outcome =
        scene.script(
            """
            umask %s
            "$greenscreen" train --baseline --limit 64 --idle 0 --meter estimate:20W --contact-sheet &&
            "$greenscreen" train --limit 64 --idle 0 --set internal=post_quantization &&
            { "$greenscreen" analyze; "$greenscreen" report; }
            """
                .formatted(umask));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertRights(scene.store().path(), file, folder);
    assertRights(scene.folder().resolve("report"), file, folder);
    assertThat(scene.run("002").model().quantized()).exists();
  }

  private static void assertRights(Path folder, String files, String folders) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all)
          .isNotEmpty()
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .as(path.toString())
                      .isEqualTo(Files.isDirectory(path) ? folders : files));
    }
  }
}
