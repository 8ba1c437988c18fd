package io.github.greenscreen.cli;

/** Exit codes of the program. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /**
   * Something failed that was asked for in a legal way, or one training was asked for and stopped
   * because it diverged, or a sweep ended because its runs kept crashing in the same way.
   */
  static final int FAILURE = 1;

  /** Bad usage, configuration, data or runs folder. */
  static final int USAGE = 2;

  /** The sweep ended, but some of its runs failed. */
  static final int SOME_RUNS_FAILED = 3;

  /** The user interrupted it: 128 + SIGINT, what the JVM itself returns then. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
