package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.chart.model.RunRole;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

final class PowerChartTest {
  @Test
  void of_runsOfLikeDuration_isOverTime() {
    JFreeChart chart =
        PowerChart.of(
            List.of(
                ChartRows.powers(RunRole.BASELINE, 120, 100, 110),
                ChartRows.powers(RunRole.FINAL, 60, 150, 160)),
            "");

    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(2, 4);
    assertThat(ChartRows.y(chart, 0, 1)).containsExactly(150, 160);
    assertThat(((XYPlot) chart.getPlot()).getDomainAxis().getLabel())
        .isEqualTo("Time since the start of training (minutes)");
    ChartRows.draw(chart);
  }

  @Test
  void of_runsOfUnlikeDuration_isOverEpochs() {
    JFreeChart chart =
        PowerChart.of(
            List.of(
                ChartRows.powers(RunRole.BASELINE, 500, 100, 110),
                ChartRows.powers(RunRole.FINAL, 60, 150, 160)),
            "");

    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(0, 1);
    assertThat(((XYPlot) chart.getPlot()).getDomainAxis().getLabel()).isEqualTo("Epoch");
  }

  @Test
  void of_logWithoutSeconds_goesByTheClock() {
    JFreeChart chart =
        PowerChart.of(List.of(ChartRows.powers(RunRole.BASELINE, Double.NaN, 100, 110)), "");

    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(60, 120);
  }

  @Test
  void of_powerThatWasNotMeasured_marksTheAxis() {
    JFreeChart chart =
        PowerChart.of(List.of(ChartRows.powers(RunRole.BASELINE, 60, 100)), "some estimated");

    assertThat(((XYPlot) chart.getPlot()).getRangeAxis().getLabel())
        .isEqualTo("Power (W, some estimated)");
  }

  @Test
  void shows_noPower_isFalse() {
    assertThat(PowerChart.shows(ChartRows.powers(RunRole.BASELINE, 1, Double.NaN))).isFalse();
    assertThat(PowerChart.shows(ChartRows.powers(RunRole.BASELINE, 1, Double.NaN, 5))).isTrue();
  }
}
