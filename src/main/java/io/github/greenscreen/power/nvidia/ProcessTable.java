package io.github.greenscreen.power.nvidia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes of this machine; in a container, only those inside it. */
public interface ProcessTable {
  /** Return the ids of this process and all its children. */
  Set<Long> own();

  /**
   * Return the program name of process {@code pid}: {@code ?} if only its existence is visible, and
   * empty if the process is not visible.
   */
  Optional<String> name(long pid);

  /** Return the process table of the operating system. */
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

  /** Return the file name of the path {@code command}, whichever system it comes from. */
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
