package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunFolder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a run on this machine: the same Java, options and class path in a child process, whose
 * output goes to {@code output.log}. The environment is handed on. Interrupted, it asks the child
 * to end and kills it after ten seconds.
 */
public final class LocalLauncher implements Launcher {
  private static final long GRACE_SECONDS = 10;

  private final List<String> command;
  private final List<String> options;

  /**
   * Start {@code mainClass}, which understands {@code train FOLDER} with {@code options} behind it,
   * as this JVM was started.
   */
  public LocalLauncher(String mainClass, List<String> options) {
    this(
        JavaCommand.of(
            System.getProperty("java.home"),
            ManagementFactory.getRuntimeMXBean().getInputArguments(),
            System.getProperty("java.class.path"),
            mainClass),
        options);
  }

  LocalLauncher(List<String> command, List<String> options) {
    this.command = List.copyOf(command);
    this.options = List.copyOf(options);
  }

  @Override
  public int launch(RunFolder folder) throws InterruptedException {
    Process process = start(folder);
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      end(process);
      throw e;
    }
  }

  private Process start(RunFolder folder) {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.command().addAll(List.of("train", folder.path().toAbsolutePath().toString()));
    builder.command().addAll(options);
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(folder.outputLog().toFile()));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new SweepException("the process could not be started: " + e.getMessage(), e);
    }
  }

  private static void end(Process process) throws InterruptedException {
    try {
      process.destroy();
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
