package io.github.greenscreen.power;

/** Keys of {@link PowerMeter#facts} that more than one class uses. */
public final class MeterFacts {
  /** {@code true} if any of the power is estimated and not measured. */
  public static final String ESTIMATED = "power_estimated";

  /** The file whose samples are replayed, if any. */
  public static final String REPLAYED = "power_replayed";

  /** Spelling of the {@link PowerSource} of the samples. */
  public static final String SOURCE = "power_source";

  /** Whether the energy counters of the GPUs answer; the names of the GPUs if only some do. */
  public static final String COUNTER = "power_energy_counter";

  /** Other processes that computed on the GPUs, by device. */
  public static final String SHARED = "gpu_shared_with";

  private MeterFacts() {}
}
