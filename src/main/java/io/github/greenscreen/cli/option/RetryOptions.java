package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.converter.DurationConverter;
import io.github.greenscreen.cli.converter.MaxFailuresConverter;
import io.github.greenscreen.cli.converter.RetryCountConverter;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.sweep.attempt.SweepOptions;
import java.time.Duration;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Options for runs that stall or fail for a possibly transient reason. */
public final class RetryOptions {
  /** The option that retries failed runs. */
  public static final String RETRY_FAILED = "--retry-failed";

  @Option(
      names = "--stall-timeout",
      paramLabel = "TIME",
      order = 36,
      converter = DurationConverter.class,
      description = "Kill a run if no epoch finishes within TIME (default: 24h).")
  private Duration stallTimeout;

  @Option(
      names = "--retries",
      paramLabel = "N",
      order = 37,
      converter = RetryCountConverter.class,
      description = {
        "Retry a run up to N times if it crashes, is killed or stalls; runs that",
        "diverge or are rejected are not retried",
        "(default: max_retries of config.yaml, or 0)."
      })
  private Integer retries;

  @Option(
      names = "--max-failures",
      paramLabel = "N",
      order = 37,
      defaultValue = "5",
      converter = MaxFailuresConverter.class,
      description = {
        "End the sweep after N consecutive runs crash in the same way, or fail",
        "for the same reason before their first epoch: the machine is probably",
        "at fault. A retried run counts once (default: 5; none for no limit)."
      })
  private OptionalInt maxFailures;

  @Option(
      names = RETRY_FAILED,
      order = 37,
      description = "With --resume: retry all failed runs in their folders.")
  private boolean retryFailed;

  /** Return whether to retry all failed runs. */
  public boolean retriesFailed() {
    return retryFailed;
  }

  /** Reject options that have no effect unless something {@code resumes}. */
  public void check(boolean resumes) {
    if (retryFailed && !resumes) {
      throw new UsageException(RETRY_FAILED + " applies to runs that exist already; add --resume");
    }
  }

  /** Return the maximum time without a finished epoch. */
  public Duration stallTimeout() {
    return stallTimeout == null ? SweepOptions.DEFAULT_STALL_TIMEOUT : stallTimeout;
  }

  /** Use {@code count} if the command line sets no retries. */
  public void fallBack(OptionalInt count) {
    if (retries == null && count.isPresent()) {
      retries = count.getAsInt();
    }
  }

  /** Return how many equal failures in a row end the sweep; empty for no limit. */
  public OptionalInt maxFailures() {
    return maxFailures;
  }

  /** Return how often a run is retried; 0 for never. */
  public int retries() {
    return retries == null ? 0 : retries;
  }
}
