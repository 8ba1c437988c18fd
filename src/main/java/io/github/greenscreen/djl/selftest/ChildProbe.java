package io.github.greenscreen.djl.selftest;

import io.github.greenscreen.djl.selftest.ProbeResult.Outcome;
import io.github.greenscreen.engine.EngineInUse;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.process.Crash;
import io.github.greenscreen.process.CrashFiles;
import io.github.greenscreen.process.ExitStatus;
import io.github.greenscreen.process.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a probe in a child process, with the Java, options, and class path of this one. The
 * arguments of its main class are the texts of the workload and the settings, and the path of the
 * file for its answer, which {@link Answer} reads and writes.
 */
final class ChildProbe implements Probe {
  private static final Logger LOG = LoggerFactory.getLogger(ChildProbe.class);

  /** Time limit; a busy machine may need many times the seconds of an idle one. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Makes oneDNN print the instruction set and its operations. In 3.7.1 printing crashes on some
   * quantised networks, so it is used for plain ones only.
   */
  private static final String VERBOSITY = "ONEDNN_VERBOSE";

  private static final String INSTRUCTIONS = "onednn_verbose,v1,info,cpu,isa:";

  private final JavaCommand command;
  private final Duration timeout;

  /** Create a probe that starts {@code mainClass}. */
  ChildProbe(String mainClass) {
    this(JavaCommand.ofThisJvm(mainClass), PATIENCE);
  }

  /** Create a probe that starts {@code command} and waits at most {@code timeout} until it ends. */
  ChildProbe(JavaCommand command, Duration timeout) {
    this.command = command;
    this.timeout = timeout;
  }

  @Override
  public ProbeResult run(Workload workload, EngineSettings settings) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("greenscreen-self-test");
      return run(folder, workload, settings);
    } catch (IOException e) {
      return ProbeResult.of(Outcome.INCONCLUSIVE, "was not tested: " + FailureReason.withFile(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ProbeResult.of(Outcome.INCONCLUSIVE, "was not tested: interrupted");
    } finally {
      delete(folder);
    }
  }

  private ProbeResult run(Path folder, Workload workload, EngineSettings settings)
      throws IOException, InterruptedException {
    Path answer = folder.resolve("answer");
    Path output = folder.resolve("output");
    List<String> words =
        command
            .with(EngineInUse.options().toArray(String[]::new))
            .withCrashFilesIn(folder)
            .words(workload.text(), settings.text(), answer.toString());
    ProcessBuilder builder = new ProcessBuilder(words);
    if (workload.isPlain()) {
      builder.environment().put(VERBOSITY, "profile_create");
    }
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    CrashFiles crashes = CrashFiles.in(folder);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return ProbeResult.of(
            Outcome.HUNG, "did not finish within %s s".formatted(timeout.toSeconds()));
      }
    } finally {
      process.destroyForcibly();
    }
    return ended(process.exitValue(), crashes, Answer.read(answer), instructions(output));
  }

  private static ProbeResult ended(
      int exitCode, CrashFiles crashes, Optional<Answer> answer, String instructions) {
    if (answer.isPresent() && exitCode == 0) {
      return answer.get().result(instructions);
    }
    return crashes
        .since()
        .or(() -> ExitStatus.fatalSignal(exitCode).map(Crash::by))
        .map(crash -> ProbeResult.of(Outcome.CRASHED, "crashed in " + crash.place()))
        .orElseGet(
            () ->
                ProbeResult.of(
                    Outcome.INCONCLUSIVE, "was not tested: " + ExitStatus.words(exitCode)));
  }

  private static String instructions(Path output) throws IOException {
    try (Stream<String> lines = Files.lines(output, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith(INSTRUCTIONS))
          .map(line -> line.substring(INSTRUCTIONS.length()))
          .findFirst()
          .orElse("");
    }
  }

  private static void delete(Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.debug("cannot delete {}", folder, e);
    }
  }
}
