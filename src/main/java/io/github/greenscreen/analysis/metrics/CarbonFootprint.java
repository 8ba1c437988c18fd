package io.github.greenscreen.analysis.metrics;

import java.util.List;

/**
 * The total energy and greenhouse gas emissions of a set of runs.
 *
 * @param runs number of runs
 * @param known number of runs with known energy; only these are summed
 * @param energyWh total energy in watt-hours; NaN if no run has a known energy
 * @param co2eGrams total emissions in grams of CO2 equivalent; NaN if no run has a known energy
 */
public record CarbonFootprint(int runs, int known, double energyWh, double co2eGrams) {

  /** Sum {@code runs}; runs with unknown energy are skipped, not estimated. */
  public static CarbonFootprint of(List<RunMetrics> runs, EmissionFactor carbon) {
    double[] known =
        runs.stream().mapToDouble(RunMetrics::energyWh).filter(Double::isFinite).toArray();
    double energy = 0;
    for (double each : known) {
      energy += each;
    }
    double total = known.length == 0 ? Double.NaN : energy;
    return new CarbonFootprint(runs.size(), known.length, total, carbon.grams(total));
  }

  /** Return whether any run has a known energy. */
  public boolean isKnown() {
    return known > 0;
  }

  /** Return the number of runs in words, for instance {@code 13 of 14 runs}. */
  public String whose() {
    String all = runs + (runs == 1 ? " run" : " runs");
    return known == runs ? all : known + " of " + all;
  }
}
