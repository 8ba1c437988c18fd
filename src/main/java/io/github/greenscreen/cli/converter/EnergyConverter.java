package io.github.greenscreen.cli.converter;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts an energy with its unit to watt-hours; {@code none} becomes infinity. */
public final class EnergyConverter implements ITypeConverter<Double> {
  private static final Pattern ENERGY = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(Wh|kWh|MWh)");
  private static final Map<String, Double> UNITS = Map.of("Wh", 1.0, "kWh", 1e3, "MWh", 1e6);

  @Override
  public Double convert(String text) {
    if (text.strip().equals("none")) {
      return Double.POSITIVE_INFINITY;
    }
    Matcher matcher = ENERGY.matcher(text.strip());
    double energy =
        matcher.matches() ? Double.parseDouble(matcher.group(1)) * UNITS.get(matcher.group(2)) : 0;
    if (energy <= 0) {
      throw new TypeConversionException(
          "found \""
              + text
              + "\", expected an energy above 0 in Wh, kWh or MWh such as 5kWh, or none");
    }
    return energy;
  }
}
