package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.chart.model.RunInterval;
import io.github.greenscreen.run.model.RunState;
import java.awt.Color;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.IntervalXYDataset;
import org.junit.jupiter.api.Test;

final class TimelineChartTest {
  @Test
  void of_stints_drawsABarForEach() {
    JFreeChart chart =
        TimelineChart.of(
            List.of("node7, A100"),
            List.of(
                new RunInterval("001", 0, at(0), at(60), RunState.COMPLETED),
                new RunInterval("002", 0, at(60), at(70), RunState.FAILED)),
            ZoneOffset.UTC);

    IntervalXYDataset data = (IntervalXYDataset) ((XYPlot) chart.getPlot()).getDataset();
    assertThat(ChartRows.legend(chart)).containsExactly("completed", "failed");
    assertThat(data.getStartXValue(1, 0)).isEqualTo(60_000);
    assertThat(data.getEndXValue(1, 0)).isEqualTo(70_000);
    assertThat(data.getStartYValue(1, 0)).isLessThan(0);
    ChartRows.draw(chart);
  }

  @Test
  void color_states_differInGreyscale() {
    double[] grey =
        Arrays.stream(RunState.values())
            .map(TimelineChart::color)
            .mapToDouble(TimelineChartTest::grey)
            .sorted()
            .toArray();

    for (int i = 1; i < grey.length; i++) {
      assertThat(grey[i] - grey[i - 1]).isGreaterThan(12);
    }
  }

  private static double grey(Color color) {
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
