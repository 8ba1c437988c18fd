package io.github.greenscreen.power.nvidia;

import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs a small command-line tool with a timeout and returns its output. */
final class CommandRunner {
  private static final int LONGEST = 1 << 20;

  private CommandRunner() {}

  /**
   * Run {@code command} and return its output, including standard error. Return empty if it cannot
   * start, exits with a code other than 0, or does not end within {@code timeout}; it is then
   * killed with all its children, and {@code reason} receives the cause. If the caller is
   * interrupted, the command is killed as well, and the thread stays interrupted.
   */
  static Optional<String> of(List<String> command, Duration timeout, Consumer<String> reason) {
    try {
      Process process = start(command);
      try {
        return answer(process, System.nanoTime() + timeout.toNanos(), reason);
      } finally {
        kill(process);
      }
    } catch (IOException | ExecutionException e) {
      reason.accept("cannot run " + command.get(0) + ": " + FailureReason.of(e));
    } catch (TimeoutException e) {
      reason.accept(
          "%s did not end within %s s; it was killed"
              .formatted(command.get(0), "" + timeout.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** Start {@code command} in English, with output and errors in one stream. */
  static Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      kill(process);
      throw e;
    }
    return process;
  }

  private static Optional<String> answer(Process process, long deadline, Consumer<String> reason)
      throws InterruptedException, ExecutionException, TimeoutException {
    String output = read(process).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException();
    }
    if (process.exitValue() != 0) {
      String words = output.strip().replaceAll("\\s*\\R\\s*", " ");
      reason.accept("exit code " + process.exitValue() + (words.isEmpty() ? "" : ": " + words));
      return Optional.empty();
    }
    return Optional.of(output);
  }

  /** Read on another thread, because a read from a pipe cannot be cancelled. */
  private static CompletableFuture<String> read(Process process) {
    CompletableFuture<String> output = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (InputStream in = process.getInputStream()) {
                output.complete(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
              } catch (IOException e) {
                output.completeExceptionally(e);
              }
            },
            "power meter output");
    reader.setDaemon(true);
    reader.start();
    return output;
  }

  /** Kill {@code process} first and then its children, so that it cannot report their end. */
  static void kill(Process process) {
    if (process.isAlive()) {
      List<ProcessHandle> children = process.descendants().toList();
      process.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
