package io.github.greenscreen.cli.converter;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a time in seconds, at least 0. */
public final class SecondsConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    if (!text.matches("\\d{1,5}(\\.\\d{1,3})?")) {
      throw new TypeConversionException(
          "found \"" + text + "\", expected seconds from 0 to 99999 such as 10");
    }
    return Duration.ofMillis(Math.round(1000 * Double.parseDouble(text)));
  }
}
