package io.github.greenscreen.chart.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LogarithmicAxisTest {
  @Test
  void round_fewDecades_hasOnesTwosAndFives() {
    assertThat(LogarithmicAxis.round(15, 760)).containsExactly(20.0, 50.0, 100.0, 200.0, 500.0);
  }

  @Test
  void round_manyDecades_hasOnesOnly() {
    assertThat(LogarithmicAxis.round(0.5, 1000)).containsExactly(1.0, 10.0, 100.0, 1000.0);
  }
}
