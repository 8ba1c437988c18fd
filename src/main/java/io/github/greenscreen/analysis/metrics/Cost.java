package io.github.greenscreen.analysis.metrics;

/** The cost that accuracy is weighed against. */
public enum Cost {
  /** Energy; used if any run has a complete energy. */
  ENERGY("energy", "Wh", "%/Wh"),
  /** Wall-clock time; used otherwise. */
  TIME("time", "s", "%/s");

  private final String noun;
  private final String unit;
  private final String efficiencyUnit;

  Cost(String noun, String unit, String efficiencyUnit) {
    this.noun = noun;
    this.unit = unit;
    this.efficiencyUnit = efficiencyUnit;
  }

  /** Return the name of the cost for use in a sentence. */
  public String noun() {
    return noun;
  }

  /** Return the unit of the cost. */
  public String unit() {
    return unit;
  }

  /** Return the unit of efficiency: accuracy in percent per unit of cost. */
  public String efficiencyUnit() {
    return efficiencyUnit;
  }

  /** Return the cost of {@code run}; NaN if it was not measured. */
  public double of(RunMetrics run) {
    return this == ENERGY ? run.energyWh() : run.seconds();
  }
}
