package io.github.greenscreen.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells the process that has a number now from one that had it before. On Linux that is the start
 * of the machine and the ticks from there to the start of the process, which no setting of the
 * clock changes; elsewhere it is the time at which the process started.
 */
final class ProcessIdentity {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /** Fields of /proc/PID/stat behind the name, from 0. */
  private static final int STATE = 0;

  private static final int START_TICKS = 19;

  private ProcessIdentity() {}

  /**
   * Return the mark of living process {@code pid}, an empty text where it has none; nothing where
   * there is no such process, or only what its parent has not cleared away.
   */
  static Optional<String> of(long pid) {
    Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (handle.isEmpty()) {
      return Optional.empty();
    }
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.isReadable(stat)) {
      return Optional.of(handle.get().info().startInstant().map(Instant::toString).orElse(""));
    }
    try {
      String text = Files.readString(stat);
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
      boolean dead = fields[STATE].equals("Z") || fields[STATE].equals("X");
      return dead ? Optional.empty() : Optional.of(boot() + ":" + fields[START_TICKS]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String boot() throws IOException {
    return Files.isReadable(BOOT) ? Files.readString(BOOT).strip() : "";
  }
}
