package io.github.greenscreen.chart;

import io.github.greenscreen.chart.model.RunSeries;
import io.github.greenscreen.chart.style.LineSeriesRenderer;
import io.github.greenscreen.run.model.EpochRow;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** A chart of training and validation loss over the epochs of several runs, on common axes. */
public final class LossChart {
  private LossChart() {}

  /**
   * Return the chart. The loss axis is logarithmic if losses span orders of magnitude; a run whose
   * losses are all NaN has no line.
   */
  public static JFreeChart of(List<RunSeries> runs) {
    List<LineSeriesRenderer.Line> lines =
        LearningCurves.of(runs, EpochRow::loss, EpochRow::valLoss);
    return LineSeriesRenderer.chart(
        lines, LearningCurves.epochAxis(), LineSeriesRenderer.axis("Loss", lines));
  }
}
