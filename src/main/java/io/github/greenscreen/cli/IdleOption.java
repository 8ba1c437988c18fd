package io.github.greenscreen.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The option for how long idle power is measured before training. */
final class IdleOption {
  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      order = 30,
      defaultValue = "10",
      converter = SecondsConverter.class,
      description = {
        "Measure the idle machine so long before the first run, for net energy",
        "(default: 10 where a power meter answers; 0 to skip)."
      })
  private Duration idle;

  Duration time() {
    return idle;
  }
}
