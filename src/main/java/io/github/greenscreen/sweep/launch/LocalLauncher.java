package io.github.greenscreen.sweep.launch;

import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.power.nvidia.Gpu;
import io.github.greenscreen.process.JavaCommand;
import io.github.greenscreen.run.RunFolder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Starts runs on this machine, in child processes with the same Java executable, options and class
 * path. The environment is inherited, and {@link #PARENT} identifies the parent. The output of a
 * child goes to {@code output.log}. If the run is watched, only its standard output does, to which
 * HotSpot reports crashes, while progress and errors appear on the standard error of this process.
 * Crash files go to the run folder.
 */
public final class LocalLauncher implements Launcher {
  /** The environment variable with the process number of the sweep that started a run. */
  public static final String PARENT = "GREENSCREEN_PARENT";

  /**
   * The environment variable of a run that is watched through its parent process, which lives while
   * the standard input of the run is open.
   */
  public static final String WATCHED = "GREENSCREEN_WATCHED";

  private final Function<Path, List<String>> command;
  private final List<String> options;
  private final Map<String, String> environment;
  private final SignalIsolation shield;
  private final boolean watched;

  /**
   * Start {@code mainClass}, which accepts {@code train FOLDER} followed by {@code options}, in the
   * same way as this JVM was started.
   */
  LocalLauncher(String mainClass, List<String> options) {
    this(thisJava(mainClass), options, System.getenv(), false);
  }

  LocalLauncher(
      Function<Path, List<String>> command,
      List<String> options,
      Map<String, String> environment,
      boolean watched) {
    this.command = command;
    this.options = List.copyOf(options);
    this.environment = Map.copyOf(environment);
    this.shield = new SignalIsolation(this.environment);
    this.watched = watched;
  }

  /** Return a launcher whose runs show progress and errors in this process's terminal. */
  static LocalLauncher watching(String mainClass, List<String> options) {
    return new LocalLauncher(thisJava(mainClass), options, System.getenv(), true);
  }

  private static Function<Path, List<String>> thisJava(String mainClass) {
    return folder -> JavaCommand.ofThisJvm(mainClass).withCrashFilesIn(folder).words();
  }

  @Override
  public List<Slot> slots(OptionalInt parallel) {
    return LocalSlots.of(
        parallel,
        environment,
        () -> Gpu.visible(environment),
        Runtime.getRuntime().availableProcessors());
  }

  @Override
  public RunProcess start(RunFolder folder, Slot slot) {
    List<String> words = words(folder.path());
    ProcessBuilder builder = new ProcessBuilder(shield.before(words));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(slot.variables());
    builder.redirectOutput(Redirect.appendTo(folder.outputLog().toFile()));
    if (watched) {
      builder.environment().remove(PARENT);
      builder.environment().put(WATCHED, "yes");
      builder.redirectError(Redirect.INHERIT);
    } else {
      builder.environment().put(PARENT, Long.toString(ProcessHandle.current().pid()));
      builder.redirectErrorStream(true);
    }
    return start(builder);
  }

  private RunProcess start(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      if (!watched) {
        process.getOutputStream().close();
      }
      return new LocalProcess(process, shield.givesGroup());
    } catch (IOException e) {
      throw new SweepException("the process could not be started: " + FailureReason.of(e), e);
    }
  }

  private List<String> words(Path folder) {
    List<String> words = new ArrayList<>(command.apply(folder));
    if (!Files.isExecutable(Path.of(words.get(0)))) {
      throw new SweepException(
          "the process could not be started: " + words.get(0) + " is not an executable program");
    }
    words.addAll(List.of("train", watched ? relative(folder) : folder.toAbsolutePath().toString()));
    words.addAll(options);
    return words;
  }

  /** Messages name the folder as the user did; the path must not look like an option. */
  private static String relative(Path folder) {
    String name = folder.toString();
    return name.startsWith("-") ? Path.of(".").resolve(folder).toString() : name;
  }
}
