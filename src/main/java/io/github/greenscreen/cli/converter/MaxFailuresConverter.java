package io.github.greenscreen.cli.converter;

import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the number of equal failures in a row after which a sweep ends. */
public final class MaxFailuresConverter implements ITypeConverter<OptionalInt> {
  @Override
  public OptionalInt convert(String text) {
    if (text.equals("none")) {
      return OptionalInt.empty();
    }
    if (!text.matches("0*[1-9]\\d{0,2}")) {
      throw new TypeConversionException(
          "found \"" + text + "\", expected none or a whole number from 1 to 999");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
