package io.github.greenscreen.analysis;

import java.util.List;

/**
 * Energy and greenhouse gas of some runs together.
 *
 * @param runs how many runs there are
 * @param known of how many the energy is known; only these are added up
 * @param energyWh their energy in watt-hours, NaN where it is known of none
 * @param co2eGrams their greenhouse gas in grams of CO2 equivalent, NaN likewise
 */
public record CarbonFootprint(int runs, int known, double energyWh, double co2eGrams) {

  /** Add up {@code runs}; nothing is guessed for those whose energy is not known. */
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

  /** Tell whether the energy of any run is known. */
  public boolean isKnown() {
    return known > 0;
  }

  /** Return whose energy it is, for instance {@code 13 of 14 runs}. */
  public String whose() {
    String all = runs + (runs == 1 ? " run" : " runs");
    return known == runs ? all : known + " of " + all;
  }
}
