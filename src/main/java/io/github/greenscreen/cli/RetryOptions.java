package io.github.greenscreen.cli;

import io.github.greenscreen.sweep.SweepOptions;
import java.time.Duration;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Options for runs that stall or fail for a possibly transient reason. */
final class RetryOptions {
  @Option(
      names = "--stall-timeout",
      paramLabel = "TIME",
      order = 36,
      converter = DurationConverter.class,
      description = "Kill a run that ends no epoch for so long (default: 24h).")
  private Duration stallTimeout;

  @Option(
      names = "--retries",
      paramLabel = "N",
      order = 37,
      converter = RetryCountConverter.class,
      description = {
        "Try a run so often again that crashed, was killed or stalled, never one that",
        "diverged or was refused (default: max_retries of config.yaml, or 0)."
      })
  private Integer retries;

  @Option(
      names = "--max-failures",
      paramLabel = "N",
      order = 37,
      defaultValue = "5",
      converter = MaxFailures.class,
      description = {
        "Start no further run after N in a row that crashed in the same way",
        "(default: 5; none for no limit): the machine is at fault then.",
        "A run that is tried again counts once."
      })
  private OptionalInt maxFailures;

  Duration stallTimeout() {
    return stallTimeout == null ? SweepOptions.DEFAULT_STALL_TIMEOUT : stallTimeout;
  }

  /** Use {@code count} if the command line sets no retries. */
  void fallBack(OptionalInt count) {
    if (retries == null && count.isPresent()) {
      retries = count.getAsInt();
    }
  }

  OptionalInt maxFailures() {
    return maxFailures;
  }

  int retries() {
    return retries == null ? 0 : retries;
  }
}
