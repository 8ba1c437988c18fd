package io.github.greenscreen.chart;

import io.github.greenscreen.chart.model.CoefficientEstimate;
import io.github.greenscreen.chart.style.ChartTheme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * A forest plot: one row per effect with a square for the estimate and a line for its interval,
 * around a vertical line at zero. Effects whose interval excludes zero are dark and filled, the
 * others light and hollow, so that they differ in greyscale too.
 */
public final class ForestChart {
  private static final Color CLEAR = new Color(0x0072B2);
  private static final double MARGIN = 0.7;

  private ForestChart() {}

  /**
   * Return the chart.
   *
   * @param quantity name and unit of the horizontal axis
   * @param effects effects from top to bottom; those with a non-finite number are omitted
   */
  public static JFreeChart of(String quantity, List<CoefficientEstimate> effects) {
    List<CoefficientEstimate> known =
        effects.stream().filter(CoefficientEstimate::isKnown).toList();
    XYIntervalSeries clear = new XYIntervalSeries("95 % interval excludes 0");
    XYIntervalSeries doubtful = new XYIntervalSeries("95 % interval includes 0");
    for (int row = 0; row < known.size(); row++) {
      CoefficientEstimate effect = known.get(row);
      XYIntervalSeries series = effect.isClear() ? clear : doubtful;
      series.add(effect.estimate(), effect.low(), effect.high(), row, row, row);
    }
    XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
    dataset.addSeries(clear);
    dataset.addSeries(doubtful);
    XYPlot plot = new XYPlot(dataset, ChartTheme.linear(quantity), rows(known), renderer());
    plot.addDomainMarker(new ValueMarker(0, ChartTheme.INK, new BasicStroke(0.7f)));
    JFreeChart chart = ChartTheme.chart(plot);
    plot.setRangeGridlinesVisible(true);
    return chart;
  }

  private static NumberAxis rows(List<CoefficientEstimate> effects) {
    SymbolAxis axis =
        new SymbolAxis(
            null, effects.stream().map(CoefficientEstimate::label).toArray(String[]::new));
    ChartTheme.style(axis);
    axis.setGridBandsVisible(false);
    axis.setInverted(true);
    axis.setRange(-MARGIN, Math.max(1, effects.size()) - 1 + MARGIN);
    axis.setTickLabelInsets(new RectangleInsets(0, 2, 0, 4));
    return axis;
  }

  private static XYErrorRenderer renderer() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(3);
    renderer.setErrorStroke(new BasicStroke(1));
    Color[] colors = {CLEAR, ChartTheme.QUIET};
    for (int series = 0; series < colors.length; series++) {
      renderer.setSeriesPaint(series, colors[series]);
      renderer.setSeriesShape(series, new Rectangle2D.Double(-2.4, -2.4, 4.8, 4.8));
      renderer.setSeriesShapesFilled(series, series == 0);
    }
    return renderer;
  }
}
