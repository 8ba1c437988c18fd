package io.github.greenscreen.power;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a small tool and takes what it prints, without ever waiting longer than told. */
final class ToolOutput {
  private static final Logger LOG = LoggerFactory.getLogger(ToolOutput.class);
  private static final int LONGEST = 1 << 20;

  private ToolOutput() {}

  /**
   * Run {@code command} and return its output and complaints, or empty where it cannot start, ends
   * with another exit code than 0, or has not ended after {@code timeout}; it is killed then, with
   * all its children. An interrupted caller kills it too and stays interrupted.
   */
  static Optional<String> of(List<String> command, Duration timeout) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      try {
        return answer(process, System.nanoTime() + timeout.toNanos());
      } finally {
        kill(process);
      }
    } catch (IOException e) {
      LOG.debug("cannot start {}", command.get(0), e);
    } catch (TimeoutException e) {
      LOG.debug("{} did not end within {}; it was killed", command.get(0), timeout);
    } catch (ExecutionException e) {
      LOG.debug("cannot read the output of {}", command.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private static Optional<String> answer(Process process, long deadline)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    process.getOutputStream().close();
    String output = read(process).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException();
    }
    if (process.exitValue() != 0) {
      LOG.debug("exit code {}: {}", process.exitValue(), output);
      return Optional.empty();
    }
    return Optional.of(output);
  }

  /** Read on another thread, because a read from a pipe cannot be given up. */
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

  private static void kill(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
