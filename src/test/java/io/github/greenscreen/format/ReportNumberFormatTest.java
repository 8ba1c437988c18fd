package io.github.greenscreen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ReportNumberFormatTest {
  @Test
  void fixed_negative_hasATrueMinus() {
    assertThat(ReportNumberFormat.fixed(-1234.56, 1)).isEqualTo("−1,234.6");
    assertThat(ReportNumberFormat.fixed(-0.001, 1)).isEqualTo("0.0");
    assertThat(ReportNumberFormat.fixed(Double.NaN, 1)).isEqualTo("–");
  }

  @Test
  void significant_anySize_keepsTheDigits() {
    assertThat(ReportNumberFormat.significant(762.94, 4)).isEqualTo("762.9");
    assertThat(ReportNumberFormat.significant(16.357, 4)).isEqualTo("16.36");
    assertThat(ReportNumberFormat.significant(0.0015731, 4)).isEqualTo("0.001573");
    assertThat(ReportNumberFormat.significant(123_456, 4)).isEqualTo("123,500");
    assertThat(ReportNumberFormat.significant(1.5e-7, 3)).isEqualTo("1.50e−07");
    assertThat(ReportNumberFormat.significant(0, 4)).isEqualTo("0");
  }

  @Test
  void column_values_shareTheirDecimals() {
    assertThat(ReportNumberFormat.column(new double[] {762.94, 1, Double.NaN}, 4))
        .containsExactly("762.9", "1.0", "–");
  }

  @Test
  void mass_fromAKilogramOn_isInKilograms() {
    assertThat(ReportNumberFormat.mass(252.04)).isEqualTo("252.0 g");
    assertThat(ReportNumberFormat.mass(1234.5)).isEqualTo("1.234 kg");
    assertThat(ReportNumberFormat.mass(Double.NaN)).isEqualTo("–");
  }

  @Test
  void p_small_isALimit() {
    assertThat(ReportNumberFormat.p(0.0004)).isEqualTo("<0.001");
    assertThat(ReportNumberFormat.p(0.0312)).isEqualTo("0.031");
    assertThat(ReportNumberFormat.p(Double.NaN)).isEqualTo("–");
  }

  @Test
  void quantity_smallOrLarge_takesTheUnitThatSuits() {
    assertThat(ReportNumberFormat.quantity(0.0123456, "Wh")).isEqualTo("12.35 mWh");
    assertThat(ReportNumberFormat.quantity(0.1, "Wh")).isEqualTo("0.1000 Wh");
    assertThat(ReportNumberFormat.quantity(9999.4, "Wh")).isEqualTo("9,999 Wh");
    assertThat(ReportNumberFormat.quantity(12_345, "Wh")).isEqualTo("12.35 kWh");
    assertThat(ReportNumberFormat.quantity(0, "Wh")).isEqualTo("0 Wh");
    assertThat(ReportNumberFormat.quantity(0.05, "W")).isEqualTo("0.05000 W");
    assertThat(ReportNumberFormat.quantity(0.05, "Wh", -7)).isEqualTo("0.05000 Wh");
    assertThat(ReportNumberFormat.mass(0.00123)).isEqualTo("1.230 mg");
  }

  @Test
  void duration_negative_hasItsSignOnce() {
    assertThat(ReportNumberFormat.duration(-125)).isEqualTo("−2 min 5 s");
    assertThat(ReportNumberFormat.duration(-12.345)).isEqualTo("−12.3 s");
  }

  @Test
  void duration_anyLength_hasTwoUnits() {
    assertThat(ReportNumberFormat.duration(12.345)).isEqualTo("12.3 s");
    assertThat(ReportNumberFormat.duration(125)).isEqualTo("2 min 5 s");
    assertThat(ReportNumberFormat.duration(7500)).isEqualTo("2 h 5 min");
    assertThat(ReportNumberFormat.duration(Double.NaN)).isEqualTo("–");
  }

  @Test
  void percent_inAnyLocale_hasAPoint() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(ReportNumberFormat.percent(0.3145)).isEqualTo("31.5 %");
    } finally {
      Locale.setDefault(before);
    }
  }
}
