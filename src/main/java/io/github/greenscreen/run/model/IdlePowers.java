package io.github.greenscreen.run.model;

import io.github.greenscreen.power.meter.MeterChoice;
import java.util.Objects;

/**
 * The power of a device while nothing is trained.
 *
 * @param powerW mean power in watts before any process used the device
 * @param contextPowerW mean power in watts while a process holds a GPU without using it, which
 *     keeps its clocks up; NaN if that was not measured
 * @param meter name of the meter that measured them; empty if it is unknown
 */
public record IdlePowers(double powerW, double contextPowerW, String meter) {
  public IdlePowers {
    Objects.requireNonNull(meter);
  }

  /** Create it with a power of a held GPU and without a meter. */
  public IdlePowers(double powerW, double contextPowerW) {
    this(powerW, contextPowerW, "");
  }

  /** Create it without a power of a held GPU and without a meter. */
  public IdlePowers(double powerW) {
    this(powerW, Double.NaN);
  }

  /** Return these powers, completed from {@code earlier} ones of the same devices. */
  public IdlePowers after(IdlePowers earlier) {
    return Double.isNaN(contextPowerW) && MeterChoice.readSame(meter, earlier.meter)
        ? new IdlePowers(powerW, earlier.contextPowerW, meter)
        : this;
  }
}
