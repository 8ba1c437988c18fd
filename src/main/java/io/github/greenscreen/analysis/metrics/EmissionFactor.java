package io.github.greenscreen.analysis.metrics;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The conversion of energy to greenhouse gas emissions: grams of CO2 equivalent = kilowatt-hours at
 * the meter × power usage effectiveness × grams per kilowatt-hour of the grid. The location of the
 * machine is never detected; the user states it.
 *
 * @param gramsPerKwh grams of CO2 equivalent per kilowatt-hour, above zero
 * @param origin source of that number, in words
 * @param pue power usage effectiveness: energy of the whole building ÷ energy of its computers, at
 *     least 1
 */
public record EmissionFactor(double gramsPerKwh, String origin, double pue) {
  private static final double WH_PER_KWH = 1000;

  public EmissionFactor {
    Objects.requireNonNull(origin);
    if (!(gramsPerKwh > 0) || Double.isInfinite(gramsPerKwh)) {
      throw new IllegalArgumentException(
          "grid intensity is " + gramsPerKwh + "; expected grams per kWh above 0");
    }
    if (!(pue >= 1) || Double.isInfinite(pue)) {
      throw new IllegalArgumentException("PUE is " + pue + "; expected a number of at least 1");
    }
  }

  /** Return the world's mean, without overhead of the building. */
  public static EmissionFactor world() {
    return of(GridCarbonIntensity.WORLD, 1);
  }

  /** Return the factor of {@code grid}, with its year and source. */
  public static EmissionFactor of(GridCarbonIntensity grid, double pue) {
    String origin = grid.place() + " " + grid.year() + ", lifecycle, " + GridCarbonIntensity.SOURCE;
    return new EmissionFactor(grid.gramsPerKwh(), origin, pue);
  }

  /** Return a factor stated by the user. */
  public static EmissionFactor stated(double gramsPerKwh, double pue) {
    return new EmissionFactor(gramsPerKwh, "as specified by the user", pue);
  }

  /**
   * Return the emissions of {@code energyWh} watt-hours in grams of CO2 equivalent; NaN for NaN.
   */
  public double grams(double energyWh) {
    return energyWh / WH_PER_KWH * pue * gramsPerKwh;
  }

  /**
   * Return a description with year and source, for instance {@code 336 gCO2e/kWh (Germany 2024,
   * lifecycle, Ember / Our World in Data, CC BY 4.0), PUE 1.0}.
   */
  public String factor() {
    return "%s gCO2e/kWh (%s), PUE %s"
        .formatted(
            BigDecimal.valueOf(gramsPerKwh).stripTrailingZeros().toPlainString(),
            origin,
            BigDecimal.valueOf(pue).toPlainString());
  }
}
