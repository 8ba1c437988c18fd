package io.github.greenscreen.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The process that has locked a folder.
 *
 * @param host name of its machine
 * @param pid its number there
 * @param life tells this process from others that get or had its number, empty where nothing does
 * @param since when it took the lock
 */
public record LockHolder(String host, long pid, String life, Instant since) {
  public LockHolder {
    Objects.requireNonNull(host);
    Objects.requireNonNull(life);
    Objects.requireNonNull(since);
  }

  /** Return this very process, which takes a lock now. */
  static LockHolder self() {
    long pid = ProcessHandle.current().pid();
    return new LockHolder(
        hostName(),
        pid,
        ProcessLife.of(pid).orElse(""),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /** Return the name of this machine. */
  public static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /** Tell whether the process runs, or ran, on this machine. */
  public boolean isHere() {
    return host.equals(hostName());
  }

  /** Tell whether the process is known to have ended; that of another machine never is. */
  public boolean isGone() {
    return isHere() && !ProcessLife.of(pid).map(this::isMine).orElse(false);
  }

  /** Return the process, where it runs on this machine. */
  public Optional<ProcessHandle> process() {
    return isHere() && !isGone() ? ProcessHandle.of(pid) : Optional.empty();
  }

  /** Name it in a sentence, for instance {@code process 4711 on oak since 2026-01-31T12:00:00Z}. */
  public String words() {
    return "process %s on %s since %s".formatted(Long.toString(pid), host, since);
  }

  String format() {
    return FlatYaml.line("host", host)
        + FlatYaml.line("pid", Long.toString(pid))
        + FlatYaml.line("life", life)
        + FlatYaml.line("since", since.toString());
  }

  /** Read what {@link #format} wrote, empty where that is not there, or not yet. */
  static Optional<LockHolder> parse(Path file, String text) {
    try {
      Map<String, FlatYaml.Entry> entries = FlatYaml.parse(file, text);
      return Optional.of(
          new LockHolder(
              entries.get("host").text(),
              Long.parseLong(entries.get("pid").text()),
              entries.get("life").text(),
              Instant.parse(entries.get("since").text())));
    } catch (RunFolderException
        | NullPointerException
        | NumberFormatException
        | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private boolean isMine(String other) {
    return life.isEmpty() || other.isEmpty() || life.equals(other);
  }
}
