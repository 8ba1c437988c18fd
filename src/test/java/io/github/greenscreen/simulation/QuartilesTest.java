package io.github.greenscreen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuartilesTest {
  @Test
  void of_fiveNumbers_areThoseBetween() {
    assertThat(Quartiles.of(5, 1, 2, 4, 3)).isEqualTo(new Quartiles(3, 2, 3, 4));
  }

  @Test
  void of_fourNumbers_liesBetweenNeighbours() {
    assertThat(Quartiles.of(1, 2, 3, 4)).isEqualTo(new Quartiles(2.5, 1.75, 2.5, 3.25));
  }

  @Test
  void of_nothing_isNoNumber() {
    assertThat(Quartiles.of().mean()).isNaN();
    assertThat(Quartiles.of().median()).isNaN();
  }
}
