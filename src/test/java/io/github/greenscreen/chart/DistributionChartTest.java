package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;

final class DistributionChartTest {
  @Test
  void of_values_countsEveryFiniteOneOnce() {
    JFreeChart chart =
        DistributionChart.of(
            "Mean power (W)",
            new double[] {100, 110, Double.NaN, 120, 200},
            List.of(new Mark("Baseline (001)", Role.BASELINE, 110, 0)));

    assertThat(Arrays.stream(ChartRows.y(chart, 0, 0)).sum()).isEqualTo(4);
    assertThat(ChartRows.x(chart, 1, 0)).containsExactly(110, 110);
    assertThat(ChartRows.legend(chart)).containsExactly("All analysed runs", "Baseline (001)");
    ChartRows.draw(chart);
  }

  @Test
  void of_unknownMark_isNotDrawn() {
    JFreeChart chart =
        DistributionChart.of(
            "Mean power (W)",
            new double[] {1},
            List.of(new Mark("Baseline (001)", Role.BASELINE, Double.NaN, 0)));

    assertThat(ChartRows.legend(chart)).containsExactly("All analysed runs");
    ChartRows.draw(chart);
  }
}
