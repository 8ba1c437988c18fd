package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.search.stopper.StopperConfig;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The options of a sweep besides its search and training.
 *
 * @param idle measures the idle machine
 * @param budgetWh gross energy budget of all runs of the sweep together, in watt-hours
 * @param limits limits of every run
 * @param stallTimeout time without a finished epoch after which a run is killed
 * @param retries maximum number of retries of a run that ended for a possibly transient cause
 * @param maxFailures number of consecutive runs that fail in the same way after which no further
 *     run starts; empty for no limit
 * @param parallel number of parallel runs, empty for as many as do not share a device
 * @param stopper the early stopper; empty for none
 * @param profileRuns number of configurations to profile before a new sweep
 * @param saving which runs keep their trained network
 * @param metersMachine whether a power meter measures all runs of the machine together
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
    ModelSaving saving,
    boolean metersMachine) {
  /** Default time without a finished epoch after which a run is killed. */
  public static final Duration DEFAULT_STALL_TIMEOUT = Duration.ofHours(24);

  /** Default number of consecutive runs that fail in the same way. */
  public static final int DEFAULT_MAX_FAILURES = 5;

  public SweepOptions {
    Objects.requireNonNull(idle);
    Objects.requireNonNull(budgetWh);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(stallTimeout);
    Objects.requireNonNull(maxFailures);
    Objects.requireNonNull(parallel);
    Objects.requireNonNull(stopper);
    Objects.requireNonNull(saving);
  }

  /** Return options without limits, measurements or early stopping. */
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
        ModelSaving.BEST,
        false);
  }
}
