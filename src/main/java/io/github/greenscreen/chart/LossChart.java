package io.github.greenscreen.chart;

import io.github.greenscreen.run.EpochRow;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** Loss of training and validation over the epochs of some runs, on common axes. */
public final class LossChart {
  private LossChart() {}

  /**
   * Return the chart. The axis is logarithmic where losses span orders of magnitude; a run whose
   * losses are all not-a-number has no line.
   */
  public static JFreeChart of(List<RunSeries> runs) {
    List<LineSeriesRenderer.Line> lines =
        LearningCurves.of(runs, EpochRow::loss, EpochRow::valLoss);
    return LineSeriesRenderer.chart(
        lines, LearningCurves.epochAxis(), LineSeriesRenderer.axis("Loss", lines));
  }
}
