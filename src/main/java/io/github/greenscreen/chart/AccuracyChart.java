package io.github.greenscreen.chart;

import io.github.greenscreen.chart.model.RunSeries;
import io.github.greenscreen.chart.style.ChartTheme;
import io.github.greenscreen.chart.style.LineSeriesRenderer;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;

/**
 * A chart of training and validation accuracy in percent over the epochs of several runs, on common
 * axes.
 */
public final class AccuracyChart {
  private AccuracyChart() {}

  /** Return the chart; its vertical axis starts at zero. */
  public static JFreeChart of(List<RunSeries> runs) {
    List<LineSeriesRenderer.Line> lines =
        LearningCurves.of(runs, row -> 100 * row.accuracy(), row -> 100 * row.valAccuracy());
    NumberAxis axis = ChartTheme.linear("Accuracy (%)");
    axis.setAutoRangeIncludesZero(true);
    return LineSeriesRenderer.chart(lines, LearningCurves.epochAxis(), axis);
  }
}
