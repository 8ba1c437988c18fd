package io.github.greenscreen.cli.converter;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a number of retries. */
public final class RetryCountConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    if (!text.matches("\\d{1,3}")) {
      throw new TypeConversionException(
          "found \"" + text + "\", expected a whole number from 0 to 999");
    }
    return Integer.valueOf(text);
  }
}
