package io.github.greenscreen.cli.support;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The format of results on standard output. */
public enum OutputFormat {
  /** A text table for people. */
  TABLE,
  /** One line of JSON for programs. */
  JSON;

  /** Converts the name of a format. */
  public static final class Reader implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String text) {
      for (OutputFormat format : values()) {
        if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
          return format;
        }
      }
      throw new TypeConversionException("found \"" + text + "\", expected table or json");
    }
  }
}
