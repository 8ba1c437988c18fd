package io.github.greenscreen.power;

/** Names of what {@link PowerMeter#facts} tells, where more than one class must know them. */
public final class MeterFacts {
  /** {@code true} where any of the power is estimated and not measured. */
  public static final String ESTIMATED = "power_estimated";

  /** The file whose samples are played again, where they are. */
  public static final String REPLAYED = "power_replayed";

  /** Spelling of the {@link PowerSource} of the samples. */
  public static final String SOURCE = "power_source";

  private MeterFacts() {}
}
