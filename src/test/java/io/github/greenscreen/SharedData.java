package io.github.greenscreen;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds real data that is too large or too foreign to be part of the project: below the folder
 * named by the system property {@code greenscreen.shared} or the environment variable {@code
 * GREENSCREEN_SHARED}, else below {@code ../shared}.
 */
public final class SharedData {
  private SharedData() {}

  /** Return the folder {@code relative}, or skip the calling test where it is missing. */
  public static Path folder(String relative) {
    String root =
        Optional.ofNullable(System.getProperty("greenscreen.shared"))
            .or(() -> Optional.ofNullable(System.getenv("GREENSCREEN_SHARED")))
            .orElse("../shared");
    Path folder = Path.of(root).resolve(relative);
    assumeTrue(Files.isDirectory(folder), () -> "no folder " + folder + " on this machine");
    return folder;
  }
}
