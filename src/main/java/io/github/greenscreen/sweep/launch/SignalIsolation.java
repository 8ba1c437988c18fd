package io.github.greenscreen.sweep.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Wraps the command of a child so that Ctrl-C in a terminal, or the end of the terminal, reaches
 * only the sweep, which then tells its children; otherwise they would receive it twice. The child
 * ignores both signals from the start, and leads a session and process group of its own if {@code
 * setsid} is available. Arguments are passed on unchanged, whatever they contain.
 */
final class SignalIsolation {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final String IGNORE = "trap '' INT HUP; exec \"$0\" \"$@\"";

  private final boolean shell;
  private final boolean session;

  /** Look for the required programs on the {@code PATH} of {@code environment}. */
  SignalIsolation(Map<String, String> environment) {
    this.shell = Files.isExecutable(SHELL);
    this.session = shell && exists("setsid", environment.getOrDefault("PATH", ""));
  }

  /**
   * Return {@code command} with the wrapper in front; the process number is that of the command.
   */
  List<String> before(List<String> command) {
    List<String> words = new ArrayList<>();
    if (shell) {
      words.addAll(List.of(SHELL.toString(), "-c", IGNORE));
    }
    if (session) {
      words.add("setsid");
    }
    words.addAll(command);
    return words;
  }

  /** Tell whether the child leads a process group. */
  boolean givesGroup() {
    return session;
  }

  private static boolean exists(String program, String path) {
    return Arrays.stream(path.split(System.getProperty("path.separator"), -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
  }
}
