package io.github.greenscreen.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Interprets the exit code of a process. */
public final class ExitStatus {
  /** The exit code of a process ended by SIGINT. */
  public static final int INTERRUPTED = 130;

  private static final int FIRST_SIGNAL = 128;
  private static final int KILL = 9;
  private static final int TERM = 15;
  private static final int HUP = 1;
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          1, "SIGHUP", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", KILL,
          "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

  /** Signals that the processor, or the library itself, sends to code that cannot continue. */
  private static final Set<Integer> FATAL = Set.of(4, 6, 7, 8, 11);

  private ExitStatus() {}

  /** Return whether a signal ended the process without a request to end. */
  public static boolean isCrash(int code) {
    return code > FIRST_SIGNAL && code <= FIRST_SIGNAL + 64 && !isRequest(code);
  }

  /** Return whether the process ended by request: SIGINT, SIGTERM, or SIGHUP. */
  public static boolean isRequest(int code) {
    return code == INTERRUPTED || code == FIRST_SIGNAL + TERM || code == FIRST_SIGNAL + HUP;
  }

  /**
   * Return the signal by which native code ended a process with exit code {@code code}; empty if
   * there was none, or if another process may have sent it on purpose.
   */
  public static Optional<String> fatalSignal(int code) {
    return Optional.of(code - FIRST_SIGNAL).filter(FATAL::contains).map(SIGNALS::get);
  }

  /** Describe the end of a process with exit code {@code code} that left no other message. */
  public static String words(int code) {
    if (code == 0) {
      return "the process exited without reporting a result";
    }
    int signal = code - FIRST_SIGNAL;
    if (signal <= 0 || signal > 64) {
      return "the process exited with code " + code;
    }
    String name = SIGNALS.containsKey(signal) ? " (" + SIGNALS.get(signal) + ")" : "";
    String hint = signal == KILL ? ", possibly out of memory" : "";
    return "the process was killed by signal " + signal + name + hint;
  }
}
