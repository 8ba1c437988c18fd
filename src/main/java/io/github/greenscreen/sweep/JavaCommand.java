package io.github.greenscreen.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts this program a second time, to train. */
final class JavaCommand {
  /**
   * Room for new objects. Java's own part in training is small, and all that it may use it uses
   * some epochs later: little room keeps memory small and flat from the first. A later one counts.
   */
  private static final String YOUNG = "-Xmn16m";

  /** Options that serve one process only: agents, debuggers, remote management, recordings. */
  private static final List<String> PRIVATE =
      List.of(
          "-agentlib:",
          "-agentpath:",
          "-javaagent:",
          "-Xdebug",
          "-Xrunjdwp",
          "-Dcom.sun.management.jmxremote",
          "-XX:StartFlightRecording",
          "-XX:FlightRecorderOptions");

  private JavaCommand() {}

  /**
   * Return the words of the command, up to the main class.
   *
   * @param javaHome where Java is installed
   * @param options the options this JVM was started with
   * @param classPath its class path
   * @param mainClass what to start
   */
  static List<String> of(
      String javaHome, List<String> options, String classPath, String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(javaHome, "bin", "java").toString());
    command.add(YOUNG);
    options.stream()
        .filter(option -> PRIVATE.stream().noneMatch(option::startsWith))
        .forEach(command::add);
    command.addAll(List.of("-cp", classPath, mainClass));
    return command;
  }
}
