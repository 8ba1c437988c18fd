package io.github.greenscreen.training.limit;

import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.model.ConstraintViolation;
import java.util.List;

/**
 * Enforces a limit on the energy of a run: trapezoids over the readings since training began,
 * summed over all devices, plus the energy of earlier attempts. The sampler thread delivers
 * readings; the training thread checks between two steps and never waits.
 */
final class EnergyLimit {
  private static final String METRIC = "energy_Wh";
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final double most;
  private double spentWh;
  private long lastMillis = -1;
  private double lastWatts;
  private volatile boolean training;
  private volatile double passedWh = Double.NaN;

  /**
   * Limit the energy to {@code most} watt-hours, infinity for none, of which {@code spentWh} are
   * spent.
   */
  EnergyLimit(double most, double spentWh) {
    this.most = most;
    this.spentWh = Double.isFinite(spentWh) ? spentWh : 0;
  }

  /** Start counting. */
  void begin() {
    training = true;
  }

  /** Process a reading of all devices; devices without a power are ignored. */
  void observe(List<PowerSample> samples) {
    double watts = PowerSample.totalW(samples);
    if (!training || Double.isNaN(watts)) {
      return;
    }
    long now = samples.get(0).timeMillis();
    if (lastMillis >= 0 && now > lastMillis) {
      spentWh += (lastWatts + watts) / 2 * (now - lastMillis) / MILLIS_PER_HOUR;
    }
    lastMillis = now;
    lastWatts = watts;
    if (spentWh > most) {
      passedWh = spentWh;
    }
  }

  /** Throw if the limit is exceeded. */
  void check() {
    double found = passedWh;
    if (!Double.isNaN(found)) {
      throw new LimitExceededException(
          "energy so far is %s Wh, more than the %s Wh of constraint energy_Wh"
              .formatted(ExceedingAmount.rounded(found, most), AmountFormat.plain(most)),
          new ConstraintViolation(METRIC, found));
    }
  }
}
