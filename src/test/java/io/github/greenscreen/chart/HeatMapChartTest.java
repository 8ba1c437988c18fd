package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.chart.model.HeatMapRow;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYZDataset;
import org.junit.jupiter.api.Test;

final class HeatMapChartTest {
  @Test
  void of_rows_putsEachRunInAColumn() {
    JFreeChart chart =
        HeatMapChart.of(
            "Runs",
            List.of("003", "001"),
            List.of(
                new HeatMapRow("lr", List.of(0.0, 1.0)),
                new HeatMapRow("optimizer", List.of(0.5, Double.NaN))));

    XYPlot plot = (XYPlot) chart.getPlot();
    XYZDataset data = (XYZDataset) plot.getDataset();
    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(0, 1, 0, 1);
    assertThat(ChartRows.y(chart, 0, 0)).containsExactly(0, 0, 1, 1);
    assertThat(List.of(data.getZValue(0, 0), data.getZValue(0, 1), data.getZValue(0, 2)))
        .containsExactly(0.0, 1.0, 0.5);
    assertThat(data.getZValue(0, 3)).isNegative();
    assertThat(((SymbolAxis) plot.getDomainAxis()).getSymbols()).containsExactly("003", "001");
    ChartRows.draw(chart);
  }

  @Test
  void color_alongTheScale_getsLighterInGreyscale() {
    double before = -1;
    for (int step = 0; step <= 20; step++) {
      Color color = HeatMapChart.color(step / 20.0);
      double grey = 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
      assertThat(grey).as("step %d", step).isGreaterThan(before + 3);
      before = grey;
    }
  }

  @Test
  void color_noValue_isWhite() {
    assertThat(HeatMapChart.color(Double.NaN)).isEqualTo(Color.WHITE);
  }
}
