package io.github.greenscreen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvNumberFormatTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void sixDecimals_keepsNotANumberApart() {
    assertThat(CsvNumberFormat.sixDecimals(0.1234565)).isEqualTo("0.123457");
    assertThat(CsvNumberFormat.sixDecimals(Double.NaN)).isEqualTo("nan");
    assertThat(CsvNumberFormat.sixDecimals(INFINITY)).isEqualTo("inf");
    assertThat(CsvNumberFormat.sixDecimals(-INFINITY)).isEqualTo("-inf");
  }

  @Test
  void measured_withoutAMeter_isNotAvailable() {
    assertThat(CsvNumberFormat.measured(117.684, 2)).isEqualTo("117.68");
    assertThat(CsvNumberFormat.measured(Double.NaN, 2)).isEqualTo("N/A");
    assertThat(CsvNumberFormat.compact(Double.NaN)).isEqualTo("N/A");
    assertThat(CsvNumberFormat.significant(Double.NaN)).isEqualTo("N/A");
  }

  @Test
  void compactAndSignificant_haveNoTrailingZerosAndNoExponent() {
    assertThat(CsvNumberFormat.compact(1024)).isEqualTo("1024");
    assertThat(CsvNumberFormat.compact(0.12345)).isEqualTo("0.123");
    assertThat(CsvNumberFormat.compact(-0.0)).isEqualTo("0");
    assertThat(CsvNumberFormat.significant(1.5e-4)).isEqualTo("0.00015");
    assertThat(CsvNumberFormat.significant(1e-7 / 3)).isEqualTo("0.0000000333333333");
  }

  @Test
  void parse_understandsWhatIsWrittenHereAndInTheStudy() {
    assertThat(CsvNumberFormat.parse(" 4.842342 ")).hasValue(4.842342);
    assertThat(CsvNumberFormat.parse("1e-05")).hasValue(1e-5);
    assertThat(CsvNumberFormat.parse("-inf")).hasValue(-INFINITY);
    assertThat(CsvNumberFormat.parse("inf")).hasValue(INFINITY);
    for (String missing : new String[] {"", "nan", "NaN", "N/A", "[N/A]"}) {
      assertThat(CsvNumberFormat.parse(missing)).hasValue(Double.NaN);
    }
  }

  @Test
  void plain_decimals_areTheNearestDoubles() {
    Random random = new Random(5);
    for (int i = 0; i < 100_000; i++) {
      int digits = 1 + random.nextInt(15);
      String text = Long.toString((long) (random.nextDouble() * Math.pow(10, digits)));
      int point = random.nextInt(text.length());
      text = point == 0 ? text : text.substring(0, point) + "." + text.substring(point);
      assertThat(CsvNumberFormat.plain(text)).isEqualTo(Double.parseDouble(text));
    }
    for (String other : new String[] {"", ".5", "1.2.3", "-1", "1e5", "1234567890123456", "nan"}) {
      assertThat(CsvNumberFormat.plain(other)).isNaN();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "1d", "0x1p3", "12 W", "--1", ".", "1e"})
  void parse_ofSomethingElse_isEmpty(String text) {
    assertThat(CsvNumberFormat.parse(text)).isEmpty();
  }

  @Test
  void tenDigits_anyMagnitude_hasTenDigits() {
    assertThat(Stream.of(0.0, -0.0, 1.0, 1 / 3.0, 123456.7890123, 1.25e-20, 0.000123, 0.1 + 0.2))
        .extracting(CsvNumberFormat::tenDigits)
        .containsExactly(
            "0", "0", "1", "0.3333333333", "123456.789", "1.25E-20", "0.000123", "0.3");
    assertThat(CsvNumberFormat.tenDigits(Double.NaN)).isEqualTo("N/A");
    assertThat(CsvNumberFormat.tenDigits(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
  }
}
