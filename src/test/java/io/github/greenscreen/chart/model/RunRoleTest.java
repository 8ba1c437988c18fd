package io.github.greenscreen.chart.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RunRoleTest {
  @Test
  void color_inGreyscale_staysApart() {
    double[] greys =
        Arrays.stream(RunRole.values()).mapToDouble(RunRoleTest::grey).sorted().toArray();

    for (int i = 1; i < greys.length; i++) {
      assertThat(greys[i] - greys[i - 1]).isGreaterThan(25);
    }
  }

  @Test
  void marker_ofEachRole_differs() {
    assertThat(Arrays.stream(RunRole.values()).map(role -> role.marker().getClass()).distinct())
        .hasSize(RunRole.values().length);
  }

  private static double grey(RunRole role) {
    Color color = role.color();
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
  }
}
