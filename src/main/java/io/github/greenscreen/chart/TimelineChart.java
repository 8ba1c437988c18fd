package io.github.greenscreen.chart;

import io.github.greenscreen.chart.model.RunInterval;
import io.github.greenscreen.chart.style.ChartTheme;
import io.github.greenscreen.run.model.RunState;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** A timeline of all runs: one row per slot, one bar per run, coloured by the state of the run. */
public final class TimelineChart {
  private static final double HALF = 0.36;
  private static final double MARGIN = 0.6;

  private TimelineChart() {}

  /**
   * Return the chart.
   *
   * @param lanes names of the rows, from top to bottom
   * @param intervals the bars
   * @param zone time zone of the axis
   */
  public static JFreeChart of(List<String> lanes, List<RunInterval> intervals, ZoneId zone) {
    XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
    List<RunState> states = new ArrayList<>();
    for (RunState state : RunState.values()) {
      List<RunInterval> of =
          intervals.stream().filter(interval -> interval.state() == state).toList();
      if (!of.isEmpty()) {
        dataset.addSeries(series(state, of));
        states.add(state);
      }
    }
    DateAxis time = new DateAxis(null, TimeZone.getTimeZone(zone), Locale.ROOT);
    ChartTheme.style(time);
    JFreeChart chart = ChartTheme.chart(new XYPlot(dataset, time, rows(lanes), renderer(states)));
    ((XYPlot) chart.getPlot()).setRangeGridlinesVisible(false);
    return chart;
  }

  private static XYIntervalSeries series(RunState state, List<RunInterval> intervals) {
    XYIntervalSeries series = new XYIntervalSeries(state.configName());
    for (RunInterval interval : intervals) {
      double from = interval.from().toEpochMilli();
      double to = interval.to().toEpochMilli();
      double lane = interval.lane();
      series.add((from + to) / 2, from, to, lane, lane - HALF, lane + HALF);
    }
    return series;
  }

  private static SymbolAxis rows(List<String> lanes) {
    SymbolAxis axis = new SymbolAxis(null, lanes.toArray(String[]::new));
    ChartTheme.style(axis);
    axis.setGridBandsVisible(false);
    axis.setInverted(true);
    axis.setRange(-MARGIN, Math.max(1, lanes.size()) - 1 + MARGIN);
    axis.setTickLabelInsets(new RectangleInsets(0, 2, 0, 4));
    return axis;
  }

  /**
   * Return a renderer that outlines all bars but completed ones in their own colour, so that even
   * the shortest is visible.
   */
  private static XYBarRenderer renderer(List<RunState> states) {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setUseYInterval(true);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(true);
    renderer.setLegendBar(new Rectangle2D.Double(-5, -4, 10, 8));
    for (int series = 0; series < states.size(); series++) {
      boolean done = states.get(series) == RunState.COMPLETED;
      renderer.setSeriesPaint(series, color(states.get(series)));
      renderer.setSeriesOutlinePaint(series, done ? Color.WHITE : color(states.get(series)));
      renderer.setSeriesOutlineStroke(series, new BasicStroke(done ? 0.3f : 0.8f));
    }
    return renderer;
  }

  /** Return a colour of Okabe and Ito (2008), or a tint of one; all differ in greyscale. */
  static Color color(RunState state) {
    return switch (state) {
      case COMPLETED -> new Color(0xA6CBE3);
      case STOPPED -> new Color(0xE69F00);
      case FAILED -> new Color(0x1F1F1F);
      case INTERRUPTED -> new Color(0x0072B2);
      case RUNNING -> new Color(0x009E73);
      case WAITING -> new Color(0xE5E7EB);
      case INCOMPLETE -> new Color(0x7A1F4E);
    };
  }
}
