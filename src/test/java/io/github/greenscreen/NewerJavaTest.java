package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.greenscreen.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training with the launcher and newer versions of Java, as far as this machine has them. */
final class NewerJavaTest {
  private static final Path SCRIPT = Path.of("src/main/dist/bin/greenscreen");

  /** Where Linux distributions install versions of Java side by side. */
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(ints = {21, 25})
  void train_newerJava_printsNoWarningOfTheJvm(int version) throws Exception {
    Optional<Path> java = find(version);
    assumeTrue(
        java.isPresent(),
        "no Java " + version + " in " + INSTALLED + " or JAVA_HOME_" + version + "_X64");
    Path launcher = temporary.resolve("home/bin/greenscreen");
    Files.createDirectories(launcher.getParent());
    Files.copy(SCRIPT, launcher, StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(Path.of("config.yaml"), temporary.resolve("home/config.yaml"));
    Path jdk = withClassPathOfThisTest(java.get());

    Outcome outcome =
        Shell.run(
            temporary,
            environment(jdk),
            List.of(
                launcher.toString(),
                "train",
                "--runs=runs",
                "--dataset=shapes",
                "--limit=64",
                "--epochs=1",
                "--set=model=resnet20",
                "--set=precision=float32",
                "--set=internal=None",
                "--set=batch_size=32",
                "--meter=none",
                "--idle=0"));

    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().map(line -> line.split("[ :]", 2)[0]))
        .as(outcome.err())
        .containsExactly("run", "training", "epoch");
    assertThat(outcome.code()).isZero();
    assertThat(temporary.resolve("runs/001/status.yaml")).content().contains("java: " + version);
    assertThat(temporary.resolve("runs/001/output.log")).doesNotExist();

    Outcome export =
        Shell.run(
            temporary,
            environment(jdk),
            List.of(launcher.toString(), "export", "1", "--runs=runs", "--format=onnx"));

    assertThat(export).isEqualTo(new Outcome(0, "runs/001/model/resnet20.onnx\n", ""));
  }

  private static Map<String, String> environment(Path jdk) {
    return Map.of(
        "JAVA_HOME", jdk.toString(),
        "CUDA_VISIBLE_DEVICES", "",
        "GREENSCREEN_NVML", "",
        "OMP_NUM_THREADS", "1",
        "GREENSCREEN_OPTS", "-XX:TieredStopAtLevel=1");
  }

  /**
   * Make a Java that runs {@code java}, with the classes of this test instead of a distribution.
   */
  private Path withClassPathOfThisTest(Path java) throws IOException {
    Path jdk = temporary.resolve("jdk");
    Shell.script(
        jdk.resolve("bin/java"),
        "for word; do",
        "  shift",
        "  case $word in *'/home/lib/*:'*) word='"
            + System.getProperty("java.class.path")
            + "' ;; esac",
        "  set -- \"$@\" \"$word\"",
        "done",
        "exec '" + java + "' \"$@\"");
    return jdk;
  }

  private static Optional<Path> find(int version) throws IOException {
    String variable = System.getenv("JAVA_HOME_" + version + "_X64");
    if (variable != null) {
      return Optional.of(Path.of(variable, "bin/java"));
    }
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      return homes
          .filter(home -> isOf(version, home.resolve("release")))
          .map(home -> home.resolve("bin/java"))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }

  private static boolean isOf(int version, Path release) {
    try {
      return Files.readString(release).contains("JAVA_VERSION=\"" + version + ".");
    } catch (IOException e) {
      return false;
    }
  }
}
