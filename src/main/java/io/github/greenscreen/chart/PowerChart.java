package io.github.greenscreen.chart;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.chart.model.RunSeries;
import io.github.greenscreen.chart.style.AxisTimeUnit;
import io.github.greenscreen.chart.style.ChartTheme;
import io.github.greenscreen.chart.style.LineSeriesRenderer;
import io.github.greenscreen.run.model.EpochRow;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;

/** A chart of the mean power of each epoch of several runs, in watts, over time or epochs. */
public final class PowerChart {
  private static final double ALIKE = 4;

  private PowerChart() {}

  /** Return whether any epoch of {@code run} has power, so that the chart can show it. */
  public static boolean shows(RunSeries run) {
    return run.epochs().stream().anyMatch(row -> Double.isFinite(row.powerW()));
  }

  /**
   * Return the chart. Time is in seconds, minutes or hours, depending on the longest run. If the
   * longest run took more than four times as long as the shortest, the axis shows epochs instead of
   * time, so that short runs remain visible.
   *
   * @param mark label for power that was not measured, such as {@code estimated}; empty if all was
   *     measured
   */
  public static JFreeChart of(List<RunSeries> runs, String mark) {
    double[] lengths =
        runs.stream().mapToDouble(PowerChart::length).filter(Double::isFinite).sorted().toArray();
    double longest = lengths.length == 0 ? 0 : lengths[lengths.length - 1];
    boolean alike = lengths.length > 0 && longest <= ALIKE * lengths[0];
    AxisTimeUnit unit = AxisTimeUnit.of(longest);
    List<LineSeriesRenderer.Line> lines = runs.stream().map(run -> line(run, alike, unit)).toList();
    NumberAxis x =
        alike
            ? ChartTheme.linear("Time since the start of training (" + unit.word() + ")")
            : LearningCurves.epochAxis();
    x.setAutoRangeIncludesZero(true);
    NumberAxis power = ChartTheme.linear("Power (" + PowerSourceLabel.with("W", mark) + ")");
    power.setAutoRangeIncludesZero(true);
    return LineSeriesRenderer.chart(lines, x, power);
  }

  private static LineSeriesRenderer.Line line(RunSeries run, boolean overTime, AxisTimeUnit unit) {
    double[] seconds = seconds(run);
    double[] x =
        IntStream.range(0, seconds.length)
            .mapToDouble(i -> overTime ? seconds[i] / unit.seconds() : i)
            .toArray();
    double[] y = run.epochs().stream().mapToDouble(EpochRow::powerW).toArray();
    return new LineSeriesRenderer.Line(run.label(), run.role(), false, x, y);
  }

  /** Return the time from the start of training to the end of the last epoch, in seconds. */
  private static double length(RunSeries run) {
    double[] seconds = seconds(run);
    return seconds.length == 0 ? Double.NaN : seconds[seconds.length - 1];
  }

  /**
   * Return the end of each epoch in seconds since training began. Logs of the study have no seconds
   * per epoch; for them the time stamps count, starting at the row {@code pre}.
   */
  private static double[] seconds(RunSeries run) {
    List<EpochRow> epochs = run.epochs();
    double[] end = new double[epochs.size()];
    double sum = 0;
    for (int i = 0; i < end.length; i++) {
      EpochRow row = epochs.get(i);
      sum += row.epochSeconds();
      end[i] = Double.isNaN(sum) ? clock(run.rows().get(0), row) : sum;
    }
    return end;
  }

  private static double clock(EpochRow first, EpochRow row) {
    return Duration.between(first.time(), row.time()).toMillis() / 1000.0;
  }
}
