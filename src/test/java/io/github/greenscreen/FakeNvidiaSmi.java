package io.github.greenscreen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A real executable called {@code nvidia-smi} that does what a shell script says. */
public final class FakeNvidiaSmi {
  private FakeNvidiaSmi() {}

  /**
   * Put {@code nvidia-smi} with the body {@code script} into {@code folder} and return an
   * environment whose {@code PATH} finds it, and nothing of a real GPU.
   */
  public static Map<String, String> install(Path folder, String script) {
    try {
      Path tool = folder.resolve("nvidia-smi");
      Files.writeString(tool, "#!/bin/sh\n" + script + "\n");
      Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
      return Map.of(
          "PATH",
          folder + System.getProperty("path.separator") + "/no/such/folder",
          "GREENSCREEN_NVML",
          "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
