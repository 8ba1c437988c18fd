package io.github.greenscreen.cli.converter;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts an integer above 0. */
public final class PositiveIntConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    if (!text.matches("0*[1-9]\\d{0,8}")) {
      throw new TypeConversionException(
          "found \""
              + text
              + "\", expected a whole number above 0 "
              + (text.matches("\\d{10,}") ? "of at most 9 digits" : "such as 10"));
    }
    return Integer.valueOf(text);
  }
}
