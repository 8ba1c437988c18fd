package io.github.greenscreen.chart;

import io.github.greenscreen.chart.model.DistributionGroup;
import io.github.greenscreen.chart.model.HighlightedPoint;
import io.github.greenscreen.chart.style.ChartTheme;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A chart of the distribution of one quantity over all runs and over groups of them: one violin
 * with all its points per row, and highlighted runs in the first row.
 */
public final class DistributionChart {
  private static final Color POINT = new Color(0x4B5563);

  /**
   * If a row has more runs than this, points are small and pale, so that they do not hide the rest.
   */
  private static final int CROWD = 250;

  private static final Color PALE = new Color(0x8A94A3);
  private static final double SMALL = 1.1;
  private static final double LARGE = 1.8;
  private static final double MARGIN = 0.7;
  private static final double BIGGER = 1.3;

  private DistributionChart() {}

  /**
   * Return the chart.
   *
   * @param quantity name and unit of the quantity, for instance {@code Mean power (W)}
   * @param highest highest possible value, infinite if there is none; the lowest is 0
   * @param groups rows from top to bottom, starting with that of all runs
   * @param marks runs to highlight at {@link HighlightedPoint#x} in the first row
   */
  public static JFreeChart of(
      String quantity,
      double highest,
      List<DistributionGroup> groups,
      List<HighlightedPoint> marks) {
    List<Violin> violins = new ArrayList<>();
    for (DistributionGroup group : groups) {
      violins.add(new Violin(group, violins.size()));
    }
    XYSeries runs = new XYSeries("One run", false);
    violins.stream().flatMap(v -> List.of(v.points()).stream()).forEach(p -> runs.add(p[0], p[1]));
    XYSeriesCollection points = new XYSeriesCollection();
    points.addSeries(runs);
    XYPlot plot =
        new XYPlot(points, values(quantity, highest, groups), rows(groups), dots(violins));
    List<HighlightedPoint> shown =
        marks.stream().filter(mark -> Double.isFinite(mark.x())).toList();
    XYSeriesCollection marked = new XYSeriesCollection();
    for (HighlightedPoint mark : shown) {
      XYSeries series = new XYSeries(mark.label());
      series.add(mark.x(), 0);
      marked.addSeries(series);
    }
    plot.setDataset(1, marked);
    plot.setRenderer(1, markers(shown));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    JFreeChart chart = ChartTheme.chart(plot);
    plot.setRangeGridlinesVisible(false);
    return chart;
  }

  private static NumberAxis values(
      String quantity, double highest, List<DistributionGroup> groups) {
    NumberAxis axis = ChartTheme.bounded(quantity, highest);
    axis.setAutoRangeIncludesZero(false);
    double size =
        groups.stream()
            .flatMap(group -> group.values().stream())
            .filter(Double::isFinite)
            .mapToDouble(Math::abs)
            .max()
            .orElse(0);
    axis.setAutoRangeMinimumSize(size > 0 ? size / 50 : 1);
    return axis;
  }

  private static SymbolAxis rows(List<DistributionGroup> groups) {
    SymbolAxis axis =
        new SymbolAxis(null, groups.stream().map(DistributionGroup::label).toArray(String[]::new));
    ChartTheme.style(axis);
    axis.setGridBandsVisible(false);
    axis.setInverted(true);
    axis.setRange(-MARGIN, Math.max(1, groups.size()) - 1 + MARGIN);
    axis.setTickLabelInsets(new RectangleInsets(0, 2, 0, 4));
    return axis;
  }

  private static XYLineAndShapeRenderer dots(List<Violin> violins) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    boolean crowd = violins.stream().anyMatch(violin -> violin.points().length > CROWD);
    double size = crowd ? SMALL : LARGE;
    renderer.setSeriesShape(0, new Rectangle2D.Double(-size / 2, -size / 2, size, size));
    renderer.setSeriesPaint(0, crowd ? PALE : POINT);
    for (Violin violin : violins) {
      violin.background().forEach(shape -> renderer.addAnnotation(shape, Layer.BACKGROUND));
      violin.foreground().forEach(line -> renderer.addAnnotation(line, Layer.FOREGROUND));
    }
    return renderer;
  }

  private static XYLineAndShapeRenderer markers(List<HighlightedPoint> marks) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    AffineTransform bigger = AffineTransform.getScaleInstance(BIGGER, BIGGER);
    for (int i = 0; i < marks.size(); i++) {
      renderer.setSeriesPaint(i, marks.get(i).role().color());
      renderer.setSeriesShape(i, bigger.createTransformedShape(marks.get(i).role().marker()));
    }
    return renderer;
  }
}
