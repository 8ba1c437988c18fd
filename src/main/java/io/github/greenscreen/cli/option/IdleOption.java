package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.converter.SecondsConverter;
import io.github.greenscreen.sweep.attempt.IdlePowerMeasurement;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The option for how long idle power is measured before training. */
public final class IdleOption {
  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      order = 30,
      converter = SecondsConverter.class,
      description = {
        "Measure idle power for SECONDS before training starts; needed for net",
        "energy (default: 10 if there is a power meter; 0 to skip)."
      })
  private Duration idle;

  /** Return how long to measure; zero to skip it. */
  public Duration time() {
    return idle == null ? IdlePowerMeasurement.DEFAULT_TIME : idle;
  }
}
