package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.chart.model.RunRole;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;

final class AccuracyChartTest {
  @Test
  void of_run_isInPercent() {
    JFreeChart chart = AccuracyChart.of(List.of(ChartRows.losses(RunRole.FINAL, 3, 2)));

    assertThat(ChartRows.y(chart, 0, 0)).containsExactly(50, 50);
    assertThat(ChartRows.y(chart, 0, 1)).containsExactly(40, 40);
  }

  @Test
  void of_singleEpoch_canBeDrawn() {
    JFreeChart chart = AccuracyChart.of(List.of(ChartRows.losses(RunRole.FINAL, 3)));

    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(0);
    ChartRows.draw(chart);
  }
}
