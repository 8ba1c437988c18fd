package io.github.greenscreen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuartileSummaryTest {
  @Test
  void of_fiveNumbers_areThoseBetween() {
    assertThat(QuartileSummary.of(5, 1, 2, 4, 3)).isEqualTo(new QuartileSummary(3, 2, 3, 4));
  }

  @Test
  void of_fourNumbers_liesBetweenNeighbours() {
    assertThat(QuartileSummary.of(1, 2, 3, 4)).isEqualTo(new QuartileSummary(2.5, 1.75, 2.5, 3.25));
  }

  @Test
  void of_nothing_isNoNumber() {
    assertThat(QuartileSummary.of().mean()).isNaN();
    assertThat(QuartileSummary.of().median()).isNaN();
  }
}
