package io.github.greenscreen.cli.option;

import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.metrics.GridCarbonIntensity;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Options that convert energy to greenhouse gas emissions: the grid, and the overhead of the
 * building.
 */
public final class CarbonOptions {
  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private Intensity intensity;

  @Option(
      names = "--pue",
      paramLabel = "NUMBER",
      order = 72,
      converter = Effectiveness.class,
      description = "Power usage effectiveness of the site, such as 1.2 (default: 1.0).")
  private Double pue;

  /** Return the chosen emission factor; by default that of the world. */
  public EmissionFactor toCarbon() {
    double effectiveness = pue == null ? 1 : pue;
    if (intensity == null) {
      return EmissionFactor.of(GridCarbonIntensity.WORLD, effectiveness);
    }
    return intensity.country == null
        ? EmissionFactor.stated(intensity.grams, effectiveness)
        : EmissionFactor.of(intensity.country, effectiveness);
  }

  /** The grid, or its carbon intensity as a number. */
  private static final class Intensity {
    @Option(
        names = "--country",
        paramLabel = "CODE",
        order = 70,
        converter = Country.class,
        description = "Country of the electricity grid, such as DE or Germany (default: world).")
    private GridCarbonIntensity country;

    @Option(
        names = "--grid-intensity",
        paramLabel = "GRAMS",
        order = 71,
        converter = Grams.class,
        description = "Carbon intensity of the electricity in gCO2e/kWh, such as 344.")
    private Double grams;
  }

  /** Converts the code or name of a grid. */
  private static final class Country implements ITypeConverter<GridCarbonIntensity> {
    @Override
    public GridCarbonIntensity convert(String text) {
      return GridCarbonIntensity.find(text)
          .orElseThrow(() -> new TypeConversionException(unknown(text)));
    }

    private static String unknown(String text) {
      return GridCarbonIntensity.country(text)
          .map(
              country ->
                  ("found \"%s\" (%s), for which there is no data; expected one of %s, or "
                          + "set the value with --grid-intensity")
                      .formatted(text, country, GridCarbonIntensity.codes()))
          .orElseGet(
              () ->
                  "found \"%s\", expected one of %s%s"
                      .formatted(
                          text, GridCarbonIntensity.codes(), GridCarbonIntensity.hint(text)));
    }
  }

  /** Converts grams of CO2e per kilowatt-hour. */
  private static final class Grams implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return number(text, Double.MIN_VALUE, "grams of CO2e per kWh above 0 such as 344");
    }
  }

  /** Converts a power usage effectiveness. */
  private static final class Effectiveness implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return number(text, 1, "a number of at least 1.0, such as 1.2");
    }
  }

  private static double number(String text, double least, String expected) {
    if (text.matches("\\d{1,9}(\\.\\d{0,9})?|\\.\\d{1,9}")) {
      double number = Double.parseDouble(text);
      if (number >= least) {
        return number;
      }
    }
    throw new TypeConversionException("found \"" + text + "\", expected " + expected);
  }
}
