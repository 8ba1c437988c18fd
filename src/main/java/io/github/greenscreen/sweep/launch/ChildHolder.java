package io.github.greenscreen.sweep.launch;

import io.github.greenscreen.engine.EngineInUse;
import io.github.greenscreen.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a GPU by a child process that exits when its standard input ends. The child prints {@link
 * #HELD} on a line once it holds a GPU, and exits at once if there is none.
 */
public final class ChildHolder implements DeviceHolder {
  /** The line that the child prints. */
  public static final String HELD = "holds a GPU";

  private static final Logger LOG = LoggerFactory.getLogger(ChildHolder.class);

  private final JavaCommand command;

  /** Start {@code mainClass} with the Java executable, options and class path of this process. */
  public ChildHolder(String mainClass) {
    this(JavaCommand.ofThisJvm(mainClass));
  }

  ChildHolder(JavaCommand command) {
    this.command = command;
  }

  @Override
  public Optional<Held> hold(Map<String, String> variables) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command.with(EngineInUse.options().toArray(String[]::new)).words());
      builder.environment().putAll(variables);
      Process process = builder.redirectErrorStream(true).start();
      if (holds(process.inputReader(StandardCharsets.UTF_8))) {
        return Optional.of(() -> end(process));
      }
      end(process);
    } catch (IOException e) {
      LOG.debug("no process holds a GPU", e);
    }
    return Optional.empty();
  }

  private static boolean holds(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(HELD)) {
        return true;
      }
    }
    return false;
  }

  private static void end(Process process) {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
