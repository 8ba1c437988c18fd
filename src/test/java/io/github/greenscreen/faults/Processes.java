package io.github.greenscreen.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and ends processes of this machine (Linux). */
final class Processes {
  private static final Path PROC = Path.of("/proc");

  private Processes() {}

  /** Return the living processes whose environment holds {@code entry}, such as {@code NAME=x}. */
  static List<ProcessHandle> having(String entry) throws IOException {
    List<ProcessHandle> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(PROC)) {
      for (Path folder : folders.filter(f -> f.getFileName().toString().matches("\\d+")).toList()) {
        if (environment(folder).contains(entry)) {
          ProcessHandle.of(Long.parseLong(folder.getFileName().toString()))
              .filter(ProcessHandle::isAlive)
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Return the command line of {@code process}, its words separated by blanks. */
  static String command(ProcessHandle process) {
    return text(PROC.resolve(Long.toString(process.pid())).resolve("cmdline")).replace('\0', ' ');
  }

  /** Return the runs that {@code sweep} is training in processes of their own. */
  static List<ProcessHandle> runsOf(Process sweep) {
    return sweep.children().filter(child -> command(child).contains(" train ")).toList();
  }

  /** Send {@code signal}, such as {@code KILL}; a process that is gone has what it needs. */
  static void signal(String signal, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Run a line of shell on {@code file}, which it calls {@code $0}. */
  static void run(String line, Path file) throws IOException, InterruptedException {
    int code = new ProcessBuilder("sh", "-c", line, file.toString()).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(line + " returned " + code);
    }
  }

  private static List<String> environment(Path folder) {
    return List.of(text(folder.resolve("environ")).split("\0", -1));
  }

  /** Processes come and go. */
  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
