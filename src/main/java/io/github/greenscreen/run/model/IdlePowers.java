package io.github.greenscreen.run.model;

/**
 * The power of a device while nothing is trained.
 *
 * @param powerW mean power in watts before any process used the device
 * @param contextPowerW mean power in watts while a process holds a GPU without using it, which
 *     keeps its clocks up; NaN if that was not measured
 */
public record IdlePowers(double powerW, double contextPowerW) {
  /** Create it without a power of a held GPU. */
  public IdlePowers(double powerW) {
    this(powerW, Double.NaN);
  }

  /** Return these powers, completed from {@code earlier}. */
  public IdlePowers after(IdlePowers earlier) {
    return Double.isNaN(contextPowerW) ? new IdlePowers(powerW, earlier.contextPowerW) : this;
  }
}
