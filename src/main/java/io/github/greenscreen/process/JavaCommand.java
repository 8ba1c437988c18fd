package io.github.greenscreen.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line that starts this program again in a separate JVM. Immutable. */
public final class JavaCommand {
  /**
   * The size of the young generation. Java needs little memory in training but would fill a larger
   * heap after some epochs; a small one keeps memory low and flat from the start. A later option
   * overrides it.
   */
  private static final String YOUNG = "-Xmn16m";

  private static final String NATIVE_ACCESS = "--enable-native-access=";

  /** The first version of Java that warns of native code unless an option allows it. */
  private static final int FIRST_WARNING = 22;

  private static final String CRASH_FILE = "-XX:ErrorFile=";
  private static final String REPLAY_FILE = "-XX:ReplayDataFile=";

  /**
   * Options that apply to one process only: agents, debuggers, remote management, recordings, and
   * the location of crash files.
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

  /** Return the command that starts {@code mainClass} with the options of this JVM. */
  public static JavaCommand ofThisJvm(String mainClass) {
    return of(
        System.getProperty("java.home"),
        allowingNativeCode(
            ManagementFactory.getRuntimeMXBean().getInputArguments(), Runtime.version().feature()),
        System.getProperty("java.class.path"),
        mainClass);
  }

  /**
   * Return {@code options} such that Java {@code version} does not warn of the native libraries
   * that this program loads. Older versions would only start more slowly.
   */
  static List<String> allowingNativeCode(List<String> options, int version) {
    if (version < FIRST_WARNING || options.stream().anyMatch(o -> o.startsWith(NATIVE_ACCESS))) {
      return options;
    }
    return Stream.concat(options.stream(), Stream.of(NATIVE_ACCESS + "ALL-UNNAMED")).toList();
  }

  /**
   * Return the command that starts {@code mainClass}.
   *
   * @param javaHome installation folder of Java
   * @param options options of a JVM; those that apply to one process only are dropped
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

  /** Return a command with additional JVM {@code options}. */
  public JavaCommand with(String... options) {
    return new JavaCommand(Stream.concat(java.stream(), Stream.of(options)).toList(), main);
  }

  /**
   * Return a command whose JVM writes its crash files to {@code folder}. If the folder does not
   * exist at that time, HotSpot uses the working directory instead.
   */
  public JavaCommand withCrashFilesIn(Path folder) {
    // HotSpot replaces %p with the process id and %% with %.
    String path = folder.toAbsolutePath().toString().replace("%", "%%");
    return with(
        CRASH_FILE + Path.of(path, CrashFiles.PREFIX + "%p" + CrashFiles.SUFFIX),
        REPLAY_FILE + Path.of(path, "replay_pid%p.log"));
  }

  /** Return the command line as a list, with {@code arguments} for the main class. */
  public List<String> words(String... arguments) {
    return Stream.of(java.stream(), main.stream(), Stream.of(arguments))
        .flatMap(words -> words)
        .toList();
  }
}
