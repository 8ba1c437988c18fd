package io.github.greenscreen.cli;

import java.math.BigDecimal;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the time between two readings of a meter, in seconds. */
final class Period implements ITypeConverter<Duration> {
  private static final BigDecimal LEAST = new BigDecimal("0.02");
  private static final BigDecimal MOST = new BigDecimal("3600");

  @Override
  public Duration convert(String text) {
    if (text.matches("\\d{1,4}(\\.\\d{1,3})?")) {
      BigDecimal seconds = new BigDecimal(text);
      if (seconds.compareTo(LEAST) >= 0 && seconds.compareTo(MOST) <= 0) {
        return Duration.ofMillis(seconds.movePointRight(3).longValueExact());
      }
    }
    throw new TypeConversionException(
        "found \"" + text + "\", expected seconds from 0.02 to 3600 such as 1 or 0.1");
  }
}
