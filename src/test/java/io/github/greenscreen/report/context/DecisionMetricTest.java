package io.github.greenscreen.report.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DecisionMetricTest {
  @Test
  void change_smallRun_isReadable() {
    assertThat(DecisionMetric.TIME.change(-37, 74)).isEqualTo("−37.0 s");
    assertThat(DecisionMetric.TIME.change(4000, 9000)).isEqualTo("+1 h 7 min");
    assertThat(DecisionMetric.ENERGY.change(-0.0123, 0.045)).isEqualTo("−12.30 mWh");
    assertThat(DecisionMetric.CARBON.change(0.0123, 2)).isEqualTo("+0.01230 g");
    assertThat(DecisionMetric.ACCURACY.change(1.25, 30)).isEqualTo("+1.3 points");
    assertThat(DecisionMetric.ENERGY.change(Double.NaN, 1)).isEqualTo("–");
  }

  @Test
  void spelling_besideALargerValue_takesItsUnit() {
    assertThat(DecisionMetric.ENERGY.configName(20_000)).isEqualTo("20.00 kWh");
    assertThat(DecisionMetric.ENERGY.configName(500, 20_000)).isEqualTo("0.5000 kWh");
    assertThat(DecisionMetric.TIME.configName(Double.NaN)).isEqualTo("–");
    assertThat(DecisionMetric.largest(Double.NaN, -3, 2)).isEqualTo(3);
    assertThat(DecisionMetric.largest(Double.NaN)).isZero();
  }
}
