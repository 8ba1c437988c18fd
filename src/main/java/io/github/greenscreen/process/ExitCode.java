package io.github.greenscreen.process;

/** Exit codes of the program. */
public final class ExitCode {
  /** The command succeeded. */
  public static final int DONE = 0;

  /**
   * The command was valid but failed; or a single training was stopped, for instance because it
   * diverged; or a sweep trained nothing, or ended because its runs kept failing in the same way.
   */
  public static final int FAILURE = 1;

  /** Bad usage, configuration, data or runs folder. */
  public static final int USAGE = 2;

  /** The sweep ended, but some of its runs failed. */
  public static final int SOME_RUNS_FAILED = 3;

  /** {@code ask} has nothing to suggest: the search has ended. */
  public static final int NOTHING_TO_SUGGEST = 4;

  /** The user interrupted the command: 128 + SIGINT, as the JVM itself returns. */
  public static final int INTERRUPTED = 130;

  /** The reader of the standard output has gone: 128 + SIGPIPE, as of a program without Java. */
  public static final int CLOSED_PIPE = 141;

  private ExitCode() {}
}
