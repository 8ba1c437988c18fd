package io.github.greenscreen.run.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a process from an earlier one with the same number. On Linux, the boot ID and the start of
 * the process in ticks since boot identify it, independently of the clock; elsewhere, its start
 * time does.
 */
public final class ProcessIdentity {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /** Fields of /proc/PID/stat after the name, from 0. */
  private static final int STATE = 0;

  private static final int START_TICKS = 19;

  private ProcessIdentity() {}

  /**
   * Return the identity of living process {@code pid}, an empty text if it has none; empty if no
   * such process exists or it is a zombie.
   */
  public static Optional<String> of(long pid) {
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
