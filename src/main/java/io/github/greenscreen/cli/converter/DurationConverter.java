package io.github.greenscreen.cli.converter;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts a positive duration, such as {@code 500ms}, {@code 30s}, {@code 2min} or {@code 1h};
 * seconds are the default unit.
 */
public final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?) ?(ms|s|min|h|)");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1000L, "", 1000L, "min", 60_000L, "h", 3_600_000L);

  @Override
  public Duration convert(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "found \"" + text + "\", expected a time above 0 such as 30s or 2min"));
  }

  /** Return the duration; empty if {@code text} is not a positive duration. */
  static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal unit = BigDecimal.valueOf(MILLIS.get(matcher.group(2)));
    long millis = new BigDecimal(matcher.group(1)).multiply(unit).longValue();
    return Optional.of(Duration.ofMillis(millis)).filter(time -> !time.isZero());
  }
}
