package io.github.greenscreen.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line that starts this program again in a JVM of its own. Immutable. */
public final class JavaCommand {
  /**
   * Room for new objects. Java's own part in training is small, and all that it may use it uses
   * some epochs later: little room keeps memory small and flat from the first. A later one counts.
   */
  private static final String YOUNG = "-Xmn16m";

  private static final String CRASH_FILE = "-XX:ErrorFile=";
  private static final String REPLAY_FILE = "-XX:ReplayDataFile=";

  /**
   * Options that serve one process only: agents, debuggers, remote management, recordings, and
   * where it leaves its crash files.
   */
  private static final List<String> PRIVATE =
      List.of(
          "-agentlib:",
          "-agentpath:",
          "-javaagent:",
          "-Xdebug",
          "-Xrunjdwp",
          "-Dcom.sun.management.jmxremote",
          "-XX:StartFlightRecording",
          "-XX:FlightRecorderOptions",
          CRASH_FILE,
          REPLAY_FILE);

  private final List<String> java;
  private final List<String> main;

  private JavaCommand(List<String> java, List<String> main) {
    this.java = List.copyOf(java);
    this.main = List.copyOf(main);
  }

  /** Return the command that starts {@code mainClass} as this JVM was started. */
  public static JavaCommand ofThisJvm(String mainClass) {
    return of(
        System.getProperty("java.home"),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        System.getProperty("java.class.path"),
        mainClass);
  }

  /**
   * Return the command that starts {@code mainClass}.
   *
   * @param javaHome where Java is installed
   * @param options the options a JVM was started with; those that serve one process are left out
   * @param classPath its class path
   */
  public static JavaCommand of(
      String javaHome, List<String> options, String classPath, String mainClass) {
    List<String> java = new ArrayList<>();
    java.add(Path.of(javaHome, "bin", "java").toString());
    java.add(YOUNG);
    options.stream()
        .filter(option -> PRIVATE.stream().noneMatch(option::startsWith))
        .forEach(java::add);
    return new JavaCommand(java, List.of("-cp", classPath, mainClass));
  }

  /** Return a command whose JVM has the further {@code options}. */
  public JavaCommand with(String... options) {
    return new JavaCommand(Stream.concat(java.stream(), Stream.of(options)).toList(), main);
  }

  /**
   * Return a command whose JVM, if it crashes, leaves its files in {@code folder}. HotSpot takes
   * the working directory instead if the folder does not exist then.
   */
  public JavaCommand withCrashFilesIn(Path folder) {
    // HotSpot replaces %p by the process number and %% by %.
    String path = folder.toAbsolutePath().toString().replace("%", "%%");
    return with(
        CRASH_FILE + Path.of(path, CrashFiles.PREFIX + "%p" + CrashFiles.SUFFIX),
        REPLAY_FILE + Path.of(path, "replay_pid%p.log"));
  }

  /** Return the words of the command line, with {@code arguments} for the main class. */
  public List<String> words(String... arguments) {
    return Stream.of(java.stream(), main.stream(), Stream.of(arguments))
        .flatMap(words -> words)
        .toList();
  }
}
