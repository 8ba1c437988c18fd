package io.github.greenscreen.run.lock;

import io.github.greenscreen.run.format.SimpleYaml;
import io.github.greenscreen.run.io.ProcessIdentity;
import io.github.greenscreen.run.model.RunFolderException;
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
 * The process that holds a lock on a folder.
 *
 * @param host name of its machine
 * @param pid its process number on that machine
 * @param life tells this process from others with the same number, empty if unknown
 * @param since when it took the lock
 */
public record LockOwner(String host, long pid, String life, Instant since) {
  public LockOwner {
    Objects.requireNonNull(host);
    Objects.requireNonNull(life);
    Objects.requireNonNull(since);
  }

  /** Return this process, as of now. */
  static LockOwner self() {
    long pid = ProcessHandle.current().pid();
    return new LockOwner(
        hostName(),
        pid,
        ProcessIdentity.of(pid).orElse(""),
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

  /** Tell whether the process is known to have ended; one of another machine never is. */
  public boolean isGone() {
    return isHere() && !ProcessIdentity.of(pid).map(this::isMine).orElse(false);
  }

  /** Return the process, if it runs on this machine. */
  public Optional<ProcessHandle> process() {
    return isHere() && !isGone() ? ProcessHandle.of(pid) : Optional.empty();
  }

  /**
   * Describe it in a sentence, for instance {@code process 4711 on oak since 2026-01-31T12:00:00Z}.
   */
  public String words() {
    return "process %s on %s since %s".formatted(Long.toString(pid), host, since);
  }

  String format() {
    return SimpleYaml.line("host", host)
        + SimpleYaml.line("pid", Long.toString(pid))
        + SimpleYaml.line("life", life)
        + SimpleYaml.line("since", since.toString());
  }

  /** Read the output of {@link #format}; empty if it is missing or incomplete. */
  static Optional<LockOwner> parse(Path file, String text) {
    try {
      Map<String, SimpleYaml.Entry> entries = SimpleYaml.parse(file, text);
      return Optional.of(
          new LockOwner(
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
