package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged program, and the environment in which tests start it. */
public final class Distribution {
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private Distribution() {}

  /** Return the folder of the packaged program. */
  public static Path home() {
    String home = System.getProperty("greenscreen.distribution");
    assertThat(home).as("greenscreen.distribution").isNotNull();
    return Path.of(home);
  }

  /** Return the script that starts the packaged program. */
  public static Path program() {
    return home().resolve("bin/greenscreen");
  }

  /**
   * Return what every test sets: train on one thread of the processor, since two tests run side by
   * side, and start quickly. What trains for a second is not worth compiling well.
   */
  public static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(withoutArchive());
    environment.put("GREENSCREEN_OPTS", javaOptions());
    return environment;
  }

  /** Return the options of Java in {@link #environment}. */
  public static String javaOptions() {
    return QUICK_START + " -XX:SharedArchiveFile=" + ClassArchive.FILE;
  }

  private static Map<String, String> withoutArchive() {
    return Map.of(
        "CUDA_VISIBLE_DEVICES", "",
        "GREENSCREEN_NVML", "",
        "OMP_NUM_THREADS", "1",
        "GREENSCREEN_OPTS", QUICK_START);
  }

  /** The loaded classes of a training, which a JVM maps into memory instead of parsing them. */
  private static final class ClassArchive {
    private static final List<String> SMALL_TRAINING =
        List.of(
            "train",
            "--dataset=shapes",
            "--limit=64",
            "--epochs=1",
            "--set=model=resnet20",
            "--set=precision=float32",
            "--set=internal=None",
            "--set=batch_size=32");

    static final Path FILE = create();

    private ClassArchive() {}

    private static Path create() {
      try {
        Path folder = Files.createTempDirectory(home().getParent(), "classes");
        Path file = folder.resolve("classes.jsa");
        Map<String, String> environment = new HashMap<>(withoutArchive());
        environment.put("GREENSCREEN_OPTS", QUICK_START + " -XX:ArchiveClassesAtExit=" + file);
        // The child of another process trains in its own JVM.
        environment.put("GREENSCREEN_PARENT", Long.toString(ProcessHandle.current().pid()));
        List<String> command = new ArrayList<>(List.of(program().toString()));
        command.addAll(SMALL_TRAINING);
        Shell.Outcome outcome = Shell.run(folder, environment, command);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
