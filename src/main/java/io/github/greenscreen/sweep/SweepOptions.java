package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunLimits;
import io.github.greenscreen.search.StopperConfig;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a sweep does besides training.
 *
 * @param idle measures the idle machine
 * @param budgetWh gross energy that all runs of the sweep together may take, in watt-hours
 * @param limits what every run must stay below
 * @param stallTimeout how long a run may go without the end of an epoch before it is killed
 * @param retries how often a run is tried again that ended for a cause that may pass
 * @param maxFailures after how many runs in a row that crashed in the same way no further run
 *     starts; empty for no limit
 * @param parallel how many runs at the same time, empty for as many as do not share a device
 * @param stopper what ends runs early that are not worth it; empty for nothing
 * @param profileRuns how many configurations to train for some seconds before a new sweep
 * @param metersMachine whether a power meter reads what all runs of the machine use together
 */
public record SweepOptions(
    IdlePowerMeasurement idle,
    OptionalDouble budgetWh,
    RunLimits limits,
    Duration stallTimeout,
    int retries,
    OptionalInt maxFailures,
    OptionalInt parallel,
    Optional<StopperConfig> stopper,
    int profileRuns,
    boolean metersMachine) {
  /** How long a run may go without the end of an epoch unless told otherwise. */
  public static final Duration DEFAULT_STALL_TIMEOUT = Duration.ofHours(24);

  /** How many runs in a row may crash in the same way unless told otherwise. */
  public static final int DEFAULT_MAX_FAILURES = 5;

  public SweepOptions {
    Objects.requireNonNull(idle);
    Objects.requireNonNull(budgetWh);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(stallTimeout);
    Objects.requireNonNull(maxFailures);
    Objects.requireNonNull(parallel);
    Objects.requireNonNull(stopper);
  }

  /** Return rules that ask for nothing. */
  public static SweepOptions none() {
    return new SweepOptions(
        IdlePowerMeasurement.unmeasured(),
        OptionalDouble.empty(),
        RunLimits.NONE,
        DEFAULT_STALL_TIMEOUT,
        0,
        OptionalInt.of(DEFAULT_MAX_FAILURES),
        OptionalInt.empty(),
        Optional.empty(),
        0,
        false);
  }
}
