package io.github.greenscreen.chart;

import io.github.greenscreen.chart.model.RunPhase;
import io.github.greenscreen.chart.model.RunRole;
import io.github.greenscreen.chart.style.AxisTimeUnit;
import io.github.greenscreen.chart.style.ChartTheme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A chart of the power of one run over time, with its phases shaded. */
public final class PowerTraceChart {
  /** Number of time columns for downsampling, about the width of the chart in points. */
  static final int COLUMNS = 440;

  private static final double MILLIS = 1000;
  private static final double HEADROOM = 1.08;
  private static final float WIDTH = 0.8f;

  private PowerTraceChart() {}

  /**
   * Return the chart. Long lines are downsampled to the lowest and the highest power per column.
   *
   * @param label name of the run in the legend
   * @param role determines the colour
   * @param line power of the run, not empty
   * @param spans phases of the run, in order
   * @param unit unit on the vertical axis, for instance {@code W} or {@code W, estimated}
   * @param highest upper end of the vertical axis in watts, so that charts can be compared
   */
  public static JFreeChart of(
      String label,
      RunRole role,
      TotalPowerSeries line,
      List<RunPhase> spans,
      String unit,
      double highest) {
    long from =
        Math.min(
            line.fromMillis(),
            spans.stream().mapToLong(RunPhase::fromMillis).min().orElse(Long.MAX_VALUE));
    long to =
        Math.max(
            line.toMillis(),
            spans.stream().mapToLong(RunPhase::toMillis).max().orElse(Long.MIN_VALUE));
    AxisTimeUnit time = AxisTimeUnit.of((to - from) / MILLIS);
    double scale = MILLIS * time.seconds();
    NumberAxis x = ChartTheme.linear("Time since the start of the run (" + time.word() + ")");
    x.setRange(0, Math.max(1, to - from) / scale);
    NumberAxis y = ChartTheme.linear("Power (" + unit + ")");
    y.setRange(0, highest > 0 ? highest * HEADROOM : 1);
    XYSeries series = new XYSeries(label, false);
    line.thinned(COLUMNS)
        .points()
        .forEach(point -> series.add((point.millis() - from) / scale, point.watts()));
    XYPlot plot = new XYPlot(new XYSeriesCollection(series), x, y, renderer(role));
    for (RunPhase span : spans) {
      IntervalMarker shade =
          new IntervalMarker(
              (span.fromMillis() - from) / scale,
              (span.toMillis() - from) / scale,
              new Color(span.kind().rgb()));
      shade.setAlpha(1);
      plot.addDomainMarker(shade, Layer.BACKGROUND);
    }
    plot.setFixedLegendItems(legend(label, role, spans));
    JFreeChart chart = ChartTheme.chart(plot);
    plot.setRangeGridlinesVisible(false);
    return chart;
  }

  private static XYLineAndShapeRenderer renderer(RunRole role) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, role.color());
    renderer.setSeriesStroke(
        0, new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    return renderer;
  }

  private static LegendItemCollection legend(String label, RunRole role, List<RunPhase> spans) {
    LegendItemCollection items = new LegendItemCollection();
    Line2D line = new Line2D.Double(-9, 0, 9, 0);
    items.add(new LegendItem(label, "", null, null, line, new BasicStroke(1.3f), role.color()));
    spans.stream()
        .map(RunPhase::kind)
        .distinct()
        .sorted()
        .forEach(
            kind ->
                items.add(
                    new LegendItem(
                        kind.configName(),
                        "",
                        null,
                        null,
                        new Rectangle2D.Double(-5, -4, 10, 8),
                        new Color(kind.rgb()))));
    return items;
  }
}
