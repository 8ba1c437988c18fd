package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.chart.model.RunRole;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

final class LossChartTest {
  @Test
  void of_run_drawsValidationAndTrainingOverEpochsFromZero() {
    JFreeChart chart = LossChart.of(List.of(ChartRows.losses(RunRole.EFFICIENT, 3, 2, 1)));

    assertThat(ChartRows.y(chart, 0, 0)).containsExactly(3, 2, 1);
    assertThat(ChartRows.y(chart, 0, 1)).containsExactly(4, 3, 2);
    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(0, 1, 2);
  }

  @Test
  void of_run_namesItOnceInTheLegend() {
    JFreeChart chart =
        LossChart.of(
            List.of(
                ChartRows.losses(RunRole.EFFICIENT, 3, 2, 1),
                ChartRows.losses(RunRole.BASELINE, 3, 2, 1)));

    assertThat(ChartRows.legend(chart)).containsExactly("EFFICIENT", "BASELINE");
  }

  @Test
  void of_notANumber_leavesAGap() {
    JFreeChart chart =
        LossChart.of(
            List.of(
                ChartRows.losses(RunRole.BASELINE, 3, Double.NaN, Double.POSITIVE_INFINITY, 1)));

    assertThat(ChartRows.y(chart, 0, 0)).containsExactly(3, Double.NaN, Double.NaN, 1);
    ChartRows.draw(chart);
  }

  @Test
  void of_nothingButNotANumber_drawsEmptyAxes() {
    JFreeChart chart =
        LossChart.of(List.of(ChartRows.losses(RunRole.BASELINE, Double.NaN, Double.NaN)));

    assertThat(((XYPlot) chart.getPlot()).getDataset().getSeriesCount()).isZero();
    ChartRows.draw(chart);
  }

  @Test
  void of_lossesOverOrdersOfMagnitude_isLogarithmic() {
    JFreeChart chart = LossChart.of(List.of(ChartRows.losses(RunRole.FINAL, 3000, 2, 1)));

    assertThat(((XYPlot) chart.getPlot()).getRangeAxis()).isInstanceOf(LogAxis.class);
    assertThat(((XYPlot) chart.getPlot()).getRangeAxis().getLabel())
        .isEqualTo("Loss (logarithmic)");
    ChartRows.draw(chart);
  }
}
