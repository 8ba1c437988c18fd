package io.github.greenscreen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextNumberFormatTest {

  @Test
  void quantity_anyMagnitude_staysReadable() {
    assertThat(Stream.of(0.0, 12345.6, 999.96, 12.3456, -0.00123456, 1.2e-7, Double.NaN))
        .extracting(TextNumberFormat::quantity)
        .containsExactly("0", "12346", "1000", "12.35", "-0.001235", "1.200e-07", "N/A");
  }

  @Test
  void precise_anyMagnitude_hasSixDigitsAndNoZerosAtTheEnd() {
    assertThat(Stream.of(0.0, 73.4933333, 20.0, 1234567.0, -1.5e-7, Double.NaN))
        .extracting(TextNumberFormat::precise)
        .containsExactly("0", "73.4933", "20", "1234570", "-0.00000015", "N/A");
  }

  @Test
  void mass_fromAKilogramOn_isInKilograms() {
    assertThat(Stream.of(0.64, 999.0, 1600.0).map(TextNumberFormat::mass))
        .containsExactly("0.6400 g", "999 g", "1.600 kg");
  }

  @Test
  void percent_share_hasTwoDecimals() {
    assertThat(TextNumberFormat.percent(0.88765)).isEqualTo("88.77");
    assertThat(TextNumberFormat.percent(Double.NaN)).isEqualTo("N/A");
  }

  @Test
  void probability_small_isShownWithItsPower() {
    assertThat(Stream.of(0.5, 0.00012, 0.00009, 1e-20, 0.0, Double.NaN))
        .extracting(TextNumberFormat::probability)
        .containsExactly("0.5000", "0.0001", "9.0e-05", "1.0e-20", "0.0000", "N/A");
  }
}
