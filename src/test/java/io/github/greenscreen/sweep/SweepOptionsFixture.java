package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.search.stopper.StopperConfig;
import io.github.greenscreen.sweep.attempt.IdlePowerMeasurement;
import io.github.greenscreen.sweep.attempt.SweepOptions;
import io.github.greenscreen.sweep.launch.Launcher;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Rules that ask for nothing until a test changes them, and sweeps that follow them. */
final class SweepOptionsFixture {
  IdlePowerMeasurement idle = IdlePowerMeasurement.unmeasured();
  OptionalDouble budgetWh = OptionalDouble.empty();
  RunLimits limits = RunLimits.NONE;
  Duration stallTimeout = SweepOptions.DEFAULT_STALL_TIMEOUT;
  int retries;
  OptionalInt maxFailures = OptionalInt.empty();
  OptionalInt parallel = OptionalInt.empty();
  Optional<StopperConfig> stopper = Optional.empty();
  int profileRuns;
  ModelSaving saving = ModelSaving.BEST;

  /** Return a sweep by these rules, which looks at its runs every {@code pause}. */
  Sweep sweep(
      RunStore store, Launcher launcher, RecordingListener heard, Clock clock, Duration pause) {
    SweepOptions rules =
        new SweepOptions(
            idle,
            budgetWh,
            limits,
            stallTimeout,
            retries,
            maxFailures,
            parallel,
            stopper,
            profileRuns,
            saving,
            false);
    Sweep sweep = new Sweep(store, launcher, heard, rules, clock, pause);
    if (launcher instanceof FakeLauncher runs) {
      runs.interruption = sweep::stop;
    }
    return sweep;
  }
}
