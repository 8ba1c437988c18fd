package io.github.greenscreen.cli.converter;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the sampling period of a meter; seconds are the default unit. */
public final class MeterPeriodConverter implements ITypeConverter<Duration> {
  private static final Duration MIN = Duration.ofMillis(20);
  private static final Duration MAX = Duration.ofHours(1);

  @Override
  public Duration convert(String text) {
    return DurationConverter.parse(text)
        .filter(period -> period.compareTo(MIN) >= 0 && period.compareTo(MAX) <= 0)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "found \""
                        + text
                        + "\", expected seconds from 0.02 to 3600 such as 1, 0.1 or 100ms"));
  }
}
