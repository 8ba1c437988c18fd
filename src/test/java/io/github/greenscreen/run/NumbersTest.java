package io.github.greenscreen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void sixDecimals_keepsNotANumberApart() {
    assertThat(Numbers.sixDecimals(0.1234565)).isEqualTo("0.123457");
    assertThat(Numbers.sixDecimals(Double.NaN)).isEqualTo("nan");
    assertThat(Numbers.sixDecimals(INFINITY)).isEqualTo("inf");
    assertThat(Numbers.sixDecimals(-INFINITY)).isEqualTo("-inf");
  }

  @Test
  void measured_withoutAMeter_isNotAvailable() {
    assertThat(Numbers.measured(117.684, 2)).isEqualTo("117.68");
    assertThat(Numbers.measured(Double.NaN, 2)).isEqualTo("N/A");
    assertThat(Numbers.compact(Double.NaN)).isEqualTo("N/A");
    assertThat(Numbers.significant(Double.NaN)).isEqualTo("N/A");
  }

  @Test
  void compactAndSignificant_haveNoTrailingZerosAndNoExponent() {
    assertThat(Numbers.compact(1024)).isEqualTo("1024");
    assertThat(Numbers.compact(0.12345)).isEqualTo("0.123");
    assertThat(Numbers.compact(-0.0)).isEqualTo("0");
    assertThat(Numbers.significant(1.5e-4)).isEqualTo("0.00015");
    assertThat(Numbers.significant(1e-7 / 3)).isEqualTo("0.0000000333333333");
  }

  @Test
  void parse_understandsWhatIsWrittenHereAndInTheStudy() {
    assertThat(Numbers.parse(" 4.842342 ")).hasValue(4.842342);
    assertThat(Numbers.parse("1e-05")).hasValue(1e-5);
    assertThat(Numbers.parse("-inf")).hasValue(-INFINITY);
    assertThat(Numbers.parse("inf")).hasValue(INFINITY);
    for (String missing : new String[] {"", "nan", "NaN", "N/A", "[N/A]"}) {
      assertThat(Numbers.parse(missing)).hasValue(Double.NaN);
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
      assertThat(Numbers.plain(text)).isEqualTo(Double.parseDouble(text));
    }
    for (String other : new String[] {"", ".5", "1.2.3", "-1", "1e5", "1234567890123456", "nan"}) {
      assertThat(Numbers.plain(other)).isNaN();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "1d", "0x1p3", "12 W", "--1", ".", "1e"})
  void parse_ofSomethingElse_isEmpty(String text) {
    assertThat(Numbers.parse(text)).isEmpty();
  }
}
