package io.github.greenscreen.cli;

import io.github.greenscreen.sweep.SweepRules;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What a sweep does about runs that do not go on, or end for a cause that may pass. */
final class FaultOptions {
  @Option(
      names = "--stall-timeout",
      paramLabel = "TIME",
      order = 36,
      converter = Timespan.class,
      description = "Kill a run that ends no epoch for so long (default: 24h).")
  private Duration stallTimeout;

  @Option(
      names = "--retries",
      paramLabel = "N",
      order = 37,
      converter = Retries.class,
      description = {
        "Try a run so often again that crashed, was killed or stalled (default: 0);",
        "never one that diverged or was refused."
      })
  private Integer retries;

  Duration stallTimeout() {
    return stallTimeout == null ? SweepRules.DEFAULT_STALL_TIMEOUT : stallTimeout;
  }

  int retries() {
    return retries == null ? 0 : retries;
  }
}
