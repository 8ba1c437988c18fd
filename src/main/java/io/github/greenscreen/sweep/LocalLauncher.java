package io.github.greenscreen.sweep;

import io.github.greenscreen.power.Gpu;
import io.github.greenscreen.run.RunFolder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Starts runs on this machine: the same Java, options and class path in a child process, whose
 * output goes to {@code output.log}. The environment is handed on, and {@link #PARENT} tells the
 * child whose it is.
 */
public final class LocalLauncher implements Launcher {
  /** The variable that holds the process number of the sweep that started a run. */
  public static final String PARENT = "GREENSCREEN_PARENT";

  private final List<String> command;
  private final List<String> options;
  private final Map<String, String> environment;
  private final Shield shield;

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
        options,
        System.getenv());
  }

  LocalLauncher(List<String> command, List<String> options, Map<String, String> environment) {
    this.command = List.copyOf(command);
    this.options = List.copyOf(options);
    this.environment = Map.copyOf(environment);
    this.shield = new Shield(this.environment);
  }

  @Override
  public List<Seat> seats(OptionalInt parallel) {
    return Seats.of(
        parallel,
        environment,
        () -> Gpu.visible(environment),
        Runtime.getRuntime().availableProcessors());
  }

  @Override
  public RunProcess start(RunFolder folder, Seat seat) {
    if (!Files.isExecutable(Path.of(command.get(0)))) {
      throw new SweepException(
          "the process could not be started: " + command.get(0) + " is no program");
    }
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("train", folder.path().toAbsolutePath().toString()));
    words.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(shield.before(words));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(seat.variables());
    builder.environment().put(PARENT, Long.toString(ProcessHandle.current().pid()));
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(folder.outputLog().toFile()));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new LocalProcess(process, shield.givesGroup());
    } catch (IOException e) {
      throw new SweepException("the process could not be started: " + e.getMessage(), e);
    }
  }
}
