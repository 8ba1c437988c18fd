package io.github.greenscreen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** Runs scripts in tests and writes fake programs for them. */
public final class Shell {
  private static final int BUSY_ATTEMPTS = 20;

  private Shell() {}

  /**
   * What a process left behind.
   *
   * @param code exit code
   * @param out its standard output
   * @param err its standard error
   */
  public record Outcome(int code, String out, String err) {}

  /** Run {@code command} in {@code folder} with {@code environment} and nothing else but a PATH. */
  public static Outcome run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "JAVA_HOME"));
    builder.environment().putAll(environment);
    try {
      int code = start(builder).waitFor();
      return new Outcome(code, read(out), read(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /**
   * Start a process. A script that was just written is busy as long as a process that another
   * thread starts at this moment has inherited it.
   */
  private static Process start(ProcessBuilder builder) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return builder.start();
      } catch (IOException e) {
        if (attempt == BUSY_ATTEMPTS || !e.getMessage().contains("Text file busy")) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  /** Write an executable script of {@code lines} and return it. */
  public static Path script(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
