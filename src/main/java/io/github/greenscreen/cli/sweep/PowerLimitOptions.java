package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.cli.converter.EnergyConverter;
import io.github.greenscreen.cli.converter.PowerConverter;
import io.github.greenscreen.cli.option.MeterRequirement;
import io.github.greenscreen.search.Metric;
import java.util.OptionalDouble;
import java.util.Set;
import picocli.CommandLine.Option;

/** Limits of a sweep on energy and power, and the check that a meter can enforce them. */
final class PowerLimitOptions {
  /** Constraints that need a power meter. */
  private static final Set<String> MEASURED =
      Set.of(Metric.POWER.configName(), Metric.ENERGY.configName(), Metric.GPU_MEMORY.configName());

  private static final String KEEP = "enforce it";

  @Option(
      names = "--energy-budget",
      paramLabel = "ENERGY",
      order = 32,
      converter = EnergyConverter.class,
      description = {
        "End the sweep before the gross energy of all runs exceeds ENERGY, such",
        "as 5kWh (Wh, kWh, MWh); the next run is expected to use the mean of",
        "those so far."
      })
  private Double budget;

  @Option(
      names = "--max-power",
      paramLabel = "WATTS",
      order = 33,
      converter = PowerConverter.class,
      description = "Stop a run if its mean power over 5 s exceeds WATTS.")
  private Double maxPower;

  /** Return the most gross energy of all runs in watt-hours; empty for no limit. */
  OptionalDouble budget() {
    return limit(budget);
  }

  /** Return the most mean power of a run in watts; empty for no limit. */
  OptionalDouble maxPower() {
    return limit(maxPower);
  }

  /**
   * Reject limits, and {@code constraints} on metrics, that no available meter can enforce.
   *
   * @throws io.github.greenscreen.cli.support.UsageException naming the limit and the ways out
   */
  void requireMeter(Set<String> constraints, MeterRequirement meter) {
    if (budget().isPresent()) {
      meter.of("--energy-budget", KEEP, "remove the limit with --energy-budget none");
    }
    if (maxPower().isPresent()) {
      meter.of("--max-power", KEEP, "remove the limit with --max-power none");
    }
    constraints.stream()
        .filter(MEASURED::contains)
        .findFirst()
        .ifPresent(name -> meter.of("constraint " + name, KEEP, "remove it"));
  }

  private static OptionalDouble limit(Double most) {
    return most == null || most.isInfinite() ? OptionalDouble.empty() : OptionalDouble.of(most);
  }
}
