package io.github.greenscreen.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this machine tells of its processes. In a container it tells of those inside alone. */
interface ProcessTable {
  /** Return the numbers of this process and all its children. */
  Set<Long> own();

  /**
   * Return the name of the program that process {@code pid} runs, {@code ?} where only that it is
   * there can be seen, and nothing where it cannot be seen.
   */
  Optional<String> name(long pid);

  /** Return that of the operating system. */
  static ProcessTable ofThisMachine() {
    return new ProcessTable() {
      @Override
      public Set<Long> own() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
            .map(ProcessHandle::pid)
            .collect(Collectors.toSet());
      }

      @Override
      public Optional<String> name(long pid) {
        return ProcessHandle.of(pid)
            .map(process -> process.info().command().map(ProcessTable::fileName))
            .map(command -> command.or(() -> comm(pid)).orElse("?"));
      }
    };
  }

  /** Return the last word of the path {@code command}, whichever system it comes from. */
  static String fileName(String command) {
    return command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
  }

  /** Linux shows the short name of other users' processes, too. */
  private static Optional<String> comm(long pid) {
    try {
      return Optional.of(Files.readString(Path.of("/proc", Long.toString(pid), "comm")).strip())
          .filter(name -> !name.isEmpty());
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
