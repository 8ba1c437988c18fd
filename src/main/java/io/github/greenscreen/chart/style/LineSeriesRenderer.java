package io.github.greenscreen.chart.style;

import io.github.greenscreen.chart.model.RunRole;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Creates line charts; a value that is not finite interrupts its line. */
public final class LineSeriesRenderer {
  /** Ratio of the largest to the smallest value above which an axis is logarithmic. */
  private static final double WIDE = 50;

  private static final int MARKERS = 8;

  private LineSeriesRenderer() {}

  /**
   * One line. If {@code training}, it is dashed, has no markers and, if its run has another line,
   * no legend entry.
   */
  @SuppressWarnings("ArrayRecordComponent") // lives only while one chart is drawn
  public record Line(String label, RunRole role, boolean training, double[] x, double[] y) {
    public Line {
      if (x.length != y.length) {
        throw new IllegalArgumentException(x.length + " x but " + y.length + " y");
      }
    }

    /** Return whether the line has any finite point. */
    boolean visible() {
      return IntStream.range(0, y.length).anyMatch(i -> finite(i));
    }

    boolean finite(int i) {
      return i >= 0 && i < y.length && Double.isFinite(x[i]) && Double.isFinite(y[i]);
    }
  }

  /** Return a chart of those {@code lines} that have a finite point, on the given axes. */
  public static JFreeChart chart(List<Line> lines, NumberAxis x, ValueAxis y) {
    List<Line> visible = lines.stream().filter(Line::visible).toList();
    return ChartTheme.chart(new XYPlot(dataset(visible), x, y, renderer(visible)));
  }

  /** Return a logarithmic axis if the values span orders of magnitude, otherwise a linear one. */
  public static ValueAxis axis(String label, List<Line> lines) {
    double[] finite =
        lines.stream()
            .flatMapToDouble(line -> Arrays.stream(line.y()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    boolean wide =
        finite.length > 0 && finite[0] > 0 && finite[finite.length - 1] > WIDE * finite[0];
    if (wide) {
      return ChartTheme.logarithmic(label + " (logarithmic)");
    }
    NumberAxis axis = ChartTheme.linear(label);
    axis.setAutoRangeIncludesZero(true);
    return axis;
  }

  private static XYDataset dataset(List<Line> lines) {
    XYSeriesCollection dataset = new XYSeriesCollection();
    for (int k = 0; k < lines.size(); k++) {
      Line line = lines.get(k);
      XYSeries series = new XYSeries(line.label(), false);
      for (int i = 0; i < line.y().length; i++) {
        if (Double.isFinite(line.x()[i])) {
          series.add(line.x()[i], line.finite(i) ? line.y()[i] : Double.NaN);
        }
      }
      dataset.addSeries(series);
    }
    return dataset;
  }

  private static XYLineAndShapeRenderer renderer(List<Line> lines) {
    XYLineAndShapeRenderer renderer = new SparseMarkers(lines);
    renderer.setDrawSeriesLineAsPath(true);
    for (int k = 0; k < lines.size(); k++) {
      Line line = lines.get(k);
      renderer.setSeriesPaint(k, line.role().color());
      renderer.setSeriesStroke(k, line.training() ? RunRole.dashed() : RunRole.solid());
      renderer.setSeriesShape(k, line.role().marker());
      renderer.setSeriesVisibleInLegend(k, !line.training() || alone(line, lines));
    }
    renderer.setLegendLine(new Line2D.Double(-9, 0, 9, 0));
    return renderer;
  }

  /** Return whether {@code line} is the only one of its run. */
  private static boolean alone(Line line, List<Line> lines) {
    return lines.stream().filter(other -> other.role() == line.role()).count() == 1;
  }

  /**
   * Draws markers at a few points of each line, at most about eight, and at every isolated point,
   * which would otherwise be invisible.
   */
  private static final class SparseMarkers extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;

    private final transient List<Line> lines;

    SparseMarkers(List<Line> lines) {
      super(true, true);
      this.lines = lines;
    }

    @Override
    public boolean getItemShapeVisible(int series, int item) {
      Line line = lines.get(series);
      boolean alone = line.finite(item) && !line.finite(item - 1) && !line.finite(item + 1);
      int step = Math.max(1, (line.y().length + MARKERS - 1) / MARKERS);
      return alone || (!line.training() && item % step == 0);
    }
  }
}
