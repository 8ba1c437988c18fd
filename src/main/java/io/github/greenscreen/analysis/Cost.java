package io.github.greenscreen.analysis;

/** The cost that accuracy is weighed against. */
public enum Cost {
  /** Energy, where a meter answered. */
  ENERGY("energy", "Wh", "%/Wh"),
  /** Wall time, where no meter answered. */
  TIME("time", "s", "%/s");

  private final String noun;
  private final String unit;
  private final String efficiencyUnit;

  Cost(String noun, String unit, String efficiencyUnit) {
    this.noun = noun;
    this.unit = unit;
    this.efficiencyUnit = efficiencyUnit;
  }

  /** Return the cost's name in a sentence. */
  public String noun() {
    return noun;
  }

  /** Return the unit of the cost. */
  public String unit() {
    return unit;
  }

  /** Return the unit of validation accuracy in percent divided by the cost. */
  public String efficiencyUnit() {
    return efficiencyUnit;
  }

  /** Return this cost of {@code run}, NaN where it was not measured. */
  public double of(RunMetrics run) {
    return this == ENERGY ? run.energyWh() : run.seconds();
  }
}
