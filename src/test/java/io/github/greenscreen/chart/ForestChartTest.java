package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.chart.model.CoefficientEstimate;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.IntervalXYDataset;
import org.junit.jupiter.api.Test;

final class ForestChartTest {
  @Test
  void of_effects_tellsClearOnesFromOthers() {
    JFreeChart chart =
        ForestChart.of(
            "Change (Wh)",
            List.of(
                new CoefficientEstimate("batch_size 32", -5, -7, -3),
                new CoefficientEstimate("lr 0.1", 1, -1, 3),
                new CoefficientEstimate("lr 0.2", Double.NaN, -1, 3),
                new CoefficientEstimate("optimizer SGD", 4, 2, 6)));

    XYPlot plot = (XYPlot) chart.getPlot();
    IntervalXYDataset data = (IntervalXYDataset) plot.getDataset();
    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(-5, 4);
    assertThat(ChartRows.y(chart, 0, 0)).containsExactly(0, 2);
    assertThat(ChartRows.x(chart, 0, 1)).containsExactly(1);
    assertThat(data.getStartXValue(0, 0)).isEqualTo(-7);
    assertThat(data.getEndXValue(0, 0)).isEqualTo(-3);
    assertThat(((SymbolAxis) plot.getRangeAxis()).getSymbols())
        .containsExactly("batch_size 32", "lr 0.1", "optimizer SGD");
    assertThat(ChartRows.legend(chart))
        .containsExactly("95 % interval excludes 0", "95 % interval includes 0");
    ChartRows.draw(chart);
  }
}
