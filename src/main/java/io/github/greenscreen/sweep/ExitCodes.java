package io.github.greenscreen.sweep;

import java.util.Map;

/** What the exit code of a process says about how it ended. */
final class ExitCodes {
  /** The code of a process that SIGINT ended. */
  static final int INTERRUPTED = 130;

  private static final int FIRST_SIGNAL = 128;
  private static final int KILL = 9;
  private static final int TERM = 15;
  private static final int HUP = 1;
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          1, "SIGHUP", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", KILL,
          "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

  private ExitCodes() {}

  /** Tell whether a signal ended a process that nobody had asked to end. */
  static boolean isCrash(int code) {
    return code > FIRST_SIGNAL && code <= FIRST_SIGNAL + 64 && !isRequest(code);
  }

  /** Tell whether a process ended because somebody asked it to, by SIGINT, SIGTERM or SIGHUP. */
  static boolean isRequest(int code) {
    return code == INTERRUPTED || code == FIRST_SIGNAL + TERM || code == FIRST_SIGNAL + HUP;
  }

  /** Put in words how a process with exit code {@code code} ended that left no other word. */
  static String words(int code) {
    if (code == 0) {
      return "the process ended without saying how the run went; see output.log";
    }
    int signal = code - FIRST_SIGNAL;
    if (signal <= 0 || signal > 64) {
      return "the process ended with exit code " + code + "; see output.log";
    }
    String name = SIGNALS.containsKey(signal) ? " (" + SIGNALS.get(signal) + ")" : "";
    String hint = signal == KILL ? ", perhaps because memory ran out" : "";
    return "the process was killed by signal " + signal + name + hint + "; see output.log";
  }
}
