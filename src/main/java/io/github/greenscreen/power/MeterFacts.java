package io.github.greenscreen.power;

/** Names of what {@link PowerMeter#facts} tells, where more than one class must know them. */
public final class MeterFacts {
  /** {@code true} where any of the power is estimated and not measured. */
  public static final String ESTIMATED = "power_estimated";

  /** The file whose samples are played again, where they are. */
  public static final String REPLAYED = "power_replayed";

  /** Spelling of the {@link PowerSource} of the samples. */
  public static final String SOURCE = "power_source";

  /** Whether the energy counters of the GPUs answer; their names where only some do. */
  public static final String COUNTER = "power_energy_counter";

  /** Processes other than ours that computed on the GPUs, by device. */
  public static final String SHARED = "gpu_shared_with";

  private MeterFacts() {}
}
