package io.github.greenscreen.cli.converter;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a power above 0 in watts, with or without its unit; {@code none} becomes infinity. */
public final class PowerConverter implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    if (text.strip().equals("none")) {
      return Double.POSITIVE_INFINITY;
    }
    String number = text.strip().replaceFirst(" ?W$", "");
    if (!number.matches("\\d{1,7}(\\.\\d{1,6})?") || Double.parseDouble(number) <= 0) {
      throw new TypeConversionException(
          "found \"" + text + "\", expected a power above 0 in watts such as 250, or none");
    }
    return Double.valueOf(number);
  }
}
