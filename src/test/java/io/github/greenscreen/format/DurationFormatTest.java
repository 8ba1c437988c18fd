package io.github.greenscreen.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DurationFormatTest {
  @ParameterizedTest
  @CsvSource({
    "0.42, 0.4 s",
    "9.96, 10 s",
    "59.4, 59 s",
    "59.6, 1 min 00 s",
    "200, 3 min 20 s",
    "7500, 2 h 05 min",
    "273600, 3 d 4 h",
    "NaN, N/A"
  })
  void spell_anyLength_takesTwoUnitsAtMost(double seconds, String expected) {
    assertThat(DurationFormat.spell(seconds)).isEqualTo(expected);
  }
}
