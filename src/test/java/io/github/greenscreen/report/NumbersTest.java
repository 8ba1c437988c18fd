package io.github.greenscreen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class NumbersTest {
  @Test
  void fixed_negative_hasATrueMinus() {
    assertThat(Numbers.fixed(-1234.56, 1)).isEqualTo("−1,234.6");
    assertThat(Numbers.fixed(-0.001, 1)).isEqualTo("0.0");
    assertThat(Numbers.fixed(Double.NaN, 1)).isEqualTo("–");
  }

  @Test
  void significant_anySize_keepsTheDigits() {
    assertThat(Numbers.significant(762.94, 4)).isEqualTo("762.9");
    assertThat(Numbers.significant(16.357, 4)).isEqualTo("16.36");
    assertThat(Numbers.significant(0.0015731, 4)).isEqualTo("0.001573");
    assertThat(Numbers.significant(123_456, 4)).isEqualTo("123,500");
    assertThat(Numbers.significant(1.5e-7, 3)).isEqualTo("1.50e−07");
    assertThat(Numbers.significant(0, 4)).isEqualTo("0");
  }

  @Test
  void column_values_shareTheirDecimals() {
    assertThat(Numbers.column(new double[] {762.94, 1, Double.NaN}, 4))
        .containsExactly("762.9", "1.0", "–");
  }

  @Test
  void mass_fromAKilogramOn_isInKilograms() {
    assertThat(Numbers.mass(252.04)).isEqualTo("252.0 g");
    assertThat(Numbers.mass(1234.5)).isEqualTo("1.234 kg");
    assertThat(Numbers.mass(Double.NaN)).isEqualTo("–");
  }

  @Test
  void p_small_isALimit() {
    assertThat(Numbers.p(0.0004)).isEqualTo("<0.001");
    assertThat(Numbers.p(0.0312)).isEqualTo("0.031");
    assertThat(Numbers.p(Double.NaN)).isEqualTo("–");
  }

  @Test
  void quantity_smallOrLarge_takesTheUnitThatSuits() {
    assertThat(Numbers.quantity(0.0123456, "Wh")).isEqualTo("12.35 mWh");
    assertThat(Numbers.quantity(0.1, "Wh")).isEqualTo("0.1000 Wh");
    assertThat(Numbers.quantity(9999.4, "Wh")).isEqualTo("9,999 Wh");
    assertThat(Numbers.quantity(12_345, "Wh")).isEqualTo("12.35 kWh");
    assertThat(Numbers.quantity(0, "Wh")).isEqualTo("0 Wh");
    assertThat(Numbers.quantity(0.05, "W")).isEqualTo("0.05000 W");
    assertThat(Numbers.quantity(0.05, "Wh", -7)).isEqualTo("0.05000 Wh");
    assertThat(Numbers.mass(0.00123)).isEqualTo("1.230 mg");
  }

  @Test
  void duration_negative_hasItsSignOnce() {
    assertThat(Numbers.duration(-125)).isEqualTo("−2 min 5 s");
    assertThat(Numbers.duration(-12.345)).isEqualTo("−12.3 s");
  }

  @Test
  void duration_anyLength_hasTwoUnits() {
    assertThat(Numbers.duration(12.345)).isEqualTo("12.3 s");
    assertThat(Numbers.duration(125)).isEqualTo("2 min 5 s");
    assertThat(Numbers.duration(7500)).isEqualTo("2 h 5 min");
    assertThat(Numbers.duration(Double.NaN)).isEqualTo("–");
  }

  @Test
  void percent_inAnyLocale_hasAPoint() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Numbers.percent(0.3145)).isEqualTo("31.5 %");
    } finally {
      Locale.setDefault(before);
    }
  }
}
