package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.chart.model.RunPhase;
import io.github.greenscreen.chart.model.RunRole;
import io.github.greenscreen.power.PowerSample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.junit.jupiter.api.Test;

final class PowerTraceChartTest {
  @Test
  void of_lineAndSpans_shadesThemInMinutes() {
    TotalPowerSeries line =
        TotalPowerSeries.of(
            IntStream.range(0, 600)
                .mapToObj(
                    s ->
                        new PowerSample(
                            60_000 + 1000L * s, "GPU 0", 200, Double.NaN, Double.NaN, Double.NaN))
                .toList());
    List<RunPhase> spans =
        List.of(
            new RunPhase(RunPhase.Kind.LOAD, 0, 60_000),
            new RunPhase(RunPhase.Kind.TRAIN, 60_000, 300_000),
            new RunPhase(RunPhase.Kind.VALIDATE, 300_000, 360_000),
            new RunPhase(RunPhase.Kind.TEST, 360_000, 660_000));

    JFreeChart chart =
        PowerTraceChart.of("Baseline (001)", RunRole.BASELINE, line, spans, "W", 400);

    XYPlot plot = (XYPlot) chart.getPlot();
    List<Double> ends = new ArrayList<>();
    for (Object marker : plot.getDomainMarkers(Layer.BACKGROUND)) {
      ends.add(((IntervalMarker) marker).getEndValue());
    }
    assertThat(ends).containsExactly(1.0, 5.0, 6.0, 11.0);
    assertThat(plot.getDomainAxis().getLabel())
        .isEqualTo("Time since the start of the run (minutes)");
    assertThat(plot.getRangeAxis().getLabel()).isEqualTo("Power (W)");
    assertThat(plot.getRangeAxis().getUpperBound()).isBetween(400.0, 440.0);
    assertThat(ChartRows.x(chart, 0, 0)).startsWith(1).hasSize(600);
    assertThat(ChartRows.legend(chart))
        .containsExactly("Baseline (001)", "load", "train", "validate", "test and end");
    ChartRows.draw(chart);
  }
}
