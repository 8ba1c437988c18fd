package io.github.greenscreen.training;

import io.github.greenscreen.power.MonotonicClock;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.training.energy.EnergyAccumulator;
import io.github.greenscreen.training.energy.EnergyTotals;
import io.github.greenscreen.training.energy.PowerRecorder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Measures the time and energy of work in this process, other than training. The energy is gross:
 * everything that the meter sees meanwhile. Measures one piece of work at a time; the meter stays
 * open.
 */
public final class WorkMeter {
  /** Such work may take seconds only, in which a meter should be read several times. */
  private static final Duration PERIOD = Duration.ofMillis(500);

  /** Longer than the shortest interval of any meter of differences. */
  private static final long BETWEEN_READINGS_MILLIS = 150;

  private static final double NANOS_PER_SECOND = 1e9;

  private final PowerMeter meter;

  /** Read {@code meter}, which the caller closes. */
  public WorkMeter(PowerMeter meter) {
    this.meter = Objects.requireNonNull(meter);
  }

  /**
   * What was measured of a piece of work.
   *
   * @param result what the work returned
   * @param seconds its wall time
   * @param energyWh its energy in watt-hours, NaN if it was not measured
   * @param source the origin of its power
   * @param problem why its energy was not measured, and what to do, without a full stop; empty if
   *     it was, or if there is no meter
   */
  public record Measured<T>(
      T result, double seconds, double energyWh, PowerSource source, String problem) {}

  /** Do {@code work} and return its result and what was measured. */
  public <T> Measured<T> measure(Supplier<T> work) {
    EnergyAccumulator account = new EnergyAccumulator();
    forgetEarlierPower();
    try (PowerSampler sampler = PowerSampler.start(meter, PERIOD, reading -> {})) {
      PowerRecorder recorder = new PowerRecorder(meter, sampler, PERIOD);
      recorder.awaitFirstReading(PowerMeter.PATIENCE);
      long from = MonotonicClock.millis();
      long start = System.nanoTime();
      T result = work.get();
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      account.add(from, MonotonicClock.millis());
      recorder.close();
      return measured(result, seconds, energy(recorder, account), recorder.source());
    }
  }

  /** The next reading of a meter of differences would be the mean since the last work. */
  private void forgetEarlierPower() {
    if (meter.needsTwoReadings()) {
      List<PowerSample> unused = meter.read();
      try {
        Thread.sleep(BETWEEN_READINGS_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static <T> Measured<T> measured(
      T result, double seconds, RunEnergy energy, PowerSource source) {
    double energyWh = energy.isComplete() ? energy.grossWh() : Double.NaN;
    return new Measured<>(result, seconds, energyWh, source, problem(energy));
  }

  private static String problem(RunEnergy energy) {
    if (energy.coveragePercent() < RunEnergy.MIN_COVERAGE_PERCENT) {
      return String.format(
          Locale.ROOT,
          "power samples cover %.1f %% of the time, at least %.0f %% is needed; try again when "
              + "the machine is less busy",
          energy.coveragePercent(),
          RunEnergy.MIN_COVERAGE_PERCENT);
    }
    return energy.incomplete().isEmpty()
        ? ""
        : energy.incomplete() + "; 'greenscreen power' shows which meters report power";
  }

  private static RunEnergy energy(PowerRecorder recorder, EnergyAccumulator account) {
    RunStatus unlimited = RunStatus.waiting(RunPurpose.SINGLE, "", OptionalInt.empty());
    return recorder.measure(EnergyTotals.NONE, account, unlimited).energy();
  }
}
