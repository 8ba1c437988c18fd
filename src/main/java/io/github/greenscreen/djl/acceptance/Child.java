package io.github.greenscreen.djl.acceptance;

import io.github.greenscreen.engine.EngineInUse;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.process.Crash;
import io.github.greenscreen.process.CrashFiles;
import io.github.greenscreen.process.ExitStatus;
import io.github.greenscreen.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Runs checks in child processes with the Java, options, and class path of this process. A child
 * prints each result on a line: {@link #MARK}, a key, a tab, and a value. Other output is ignored.
 */
final class Child {
  /** The prefix of a result line. */
  static final String MARK = "acceptance: ";

  private final JavaCommand command;
  private final Path folder;

  /** Create a launcher of {@code command} whose crash files go to {@code folder}. */
  Child(JavaCommand command, Path folder) {
    this.command = command;
    this.folder = folder;
  }

  /**
   * Run a child to its end.
   *
   * @param environment variables in addition to those of this process
   * @param answers takes keys and values as they arrive
   * @return how it failed; empty if it exited normally
   */
  Optional<String> run(
      Map<String, String> environment, BiConsumer<String, String> answers, List<String> arguments)
      throws InterruptedException {
    CrashFiles crashes = CrashFiles.in(folder);
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              command
                  .with(EngineInUse.options().toArray(String[]::new))
                  .withCrashFilesIn(folder)
                  .words(arguments.toArray(String[]::new)));
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).start();
      try {
        process.getOutputStream().close();
        read(process, answers);
        return ended(process.waitFor(), crashes);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return Optional.of("could not be started: " + FailureReason.of(e));
    }
  }

  private static void read(Process process, BiConsumer<String, String> answers) throws IOException {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (line.startsWith(MARK) && tab > 0) {
          answers.accept(line.substring(MARK.length(), tab), line.substring(tab + 1));
        }
      }
    }
  }

  private static Optional<String> ended(int exitCode, CrashFiles crashes) {
    return exitCode == 0
        ? Optional.empty()
        : crashes
            .since()
            .or(() -> ExitStatus.fatalSignal(exitCode).map(Crash::by))
            .map(crash -> "crashed in " + crash.place())
            .or(() -> Optional.of(ExitStatus.words(exitCode)));
  }
}
