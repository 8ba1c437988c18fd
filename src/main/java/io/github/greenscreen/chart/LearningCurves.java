package io.github.greenscreen.chart;

import io.github.greenscreen.chart.model.RunSeries;
import io.github.greenscreen.chart.style.ChartTheme;
import io.github.greenscreen.chart.style.LineSeriesRenderer;
import io.github.greenscreen.run.model.EpochRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;

/** Converts each run to two lines over its epochs: training and validation. */
final class LearningCurves {
  private static final int[] STEPS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000};

  private LearningCurves() {}

  static List<LineSeriesRenderer.Line> of(
      List<RunSeries> runs,
      ToDoubleFunction<EpochRow> training,
      ToDoubleFunction<EpochRow> validation) {
    List<LineSeriesRenderer.Line> lines = new ArrayList<>();
    for (RunSeries run : runs) {
      lines.add(line(run, run.label(), false, validation));
      lines.add(line(run, run.label() + ", training only", true, training));
    }
    return lines;
  }

  /** Return the epoch axis, which counts from 0 and has ticks at integers only. */
  static NumberAxis epochAxis() {
    NumberAxis axis = ChartTheme.linear("Epoch");
    TickUnits units = new TickUnits();
    for (int step : STEPS) {
      units.add(new NumberTickUnit(step));
    }
    axis.setStandardTickUnits(units);
    axis.setAutoRangeMinimumSize(1);
    axis.setAutoRangeIncludesZero(true);
    return axis;
  }

  private static LineSeriesRenderer.Line line(
      RunSeries run, String label, boolean training, ToDoubleFunction<EpochRow> value) {
    List<EpochRow> epochs = run.epochs();
    double[] x = IntStream.range(0, epochs.size()).asDoubleStream().toArray();
    double[] y = epochs.stream().mapToDouble(value).toArray();
    return new LineSeriesRenderer.Line(label, run.role(), training, x, y);
  }
}
