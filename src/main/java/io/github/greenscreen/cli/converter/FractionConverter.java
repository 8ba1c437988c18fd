package io.github.greenscreen.cli.converter;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a fraction from 0 to 1, such as {@code 0.6} or {@code 60%}. */
public final class FractionConverter implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1).strip() : text;
    if (number.matches("\\d{1,9}(\\.\\d*)?|\\.\\d+")) {
      double share = Double.parseDouble(number) / (percent ? 100 : 1);
      if (share <= 1) {
        return share;
      }
    }
    throw new TypeConversionException(
        "found \"" + text + "\", expected a share such as 0.6 or 60%");
  }
}
