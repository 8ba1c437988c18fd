package io.github.greenscreen.chart;

import io.github.greenscreen.analysis.Cost;
import io.github.greenscreen.analysis.RunMetrics;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Accuracy of every run against what it cost, with some runs pointed out. */
public final class TradeOffChart {
  private static final double WIDE = 20;
  private static final double BIGGER = 1.6;

  private TradeOffChart() {}

  /**
   * Return the chart. The axis of cost is logarithmic where costs differ more than twentyfold.
   *
   * @param runs all runs; those without cost or accuracy are left out
   * @param cost what the horizontal axis shows
   * @param marks runs to point out; x is the cost, y the accuracy in percent
   */
  public static JFreeChart of(List<RunMetrics> runs, Cost cost, List<Mark> marks) {
    XYSeries all = new XYSeries("Runs of the sweep");
    for (RunMetrics run : runs) {
      if (Double.isFinite(cost.of(run)) && Double.isFinite(run.accuracy())) {
        all.add(cost.of(run), 100 * run.accuracy());
      }
    }
    List<Mark> shown =
        marks.stream().filter(m -> Double.isFinite(m.x()) && Double.isFinite(m.y())).toList();
    NumberAxis accuracy = ChartTheme.linear("Validation accuracy (%)");
    accuracy.setAutoRangeIncludesZero(true);
    XYPlot plot = new XYPlot(new XYSeriesCollection(all), axis(cost, all), accuracy, dots());
    plot.setDataset(1, marked(shown));
    plot.setRenderer(1, markers(shown));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    return ChartTheme.chart(plot);
  }

  private static ValueAxis axis(Cost cost, XYSeries all) {
    String noun = cost.noun().substring(0, 1).toUpperCase(Locale.ROOT) + cost.noun().substring(1);
    String label = noun + " of the run (" + cost.unit();
    if (all.getMinX() > 0 && all.getMaxX() > WIDE * all.getMinX()) {
      return ChartTheme.logarithmic(label + ", logarithmic)");
    }
    NumberAxis axis = ChartTheme.linear(label + ")");
    axis.setAutoRangeIncludesZero(true);
    return axis;
  }

  private static XYLineAndShapeRenderer dots() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-2, -2, 4, 4));
    renderer.setSeriesPaint(0, ChartTheme.QUIET);
    return renderer;
  }

  private static XYSeriesCollection marked(List<Mark> marks) {
    XYSeriesCollection dataset = new XYSeriesCollection();
    for (Mark mark : marks) {
      XYSeries series = new XYSeries(mark.label());
      series.add(mark.x(), mark.y());
      dataset.addSeries(series);
    }
    return dataset;
  }

  private static XYLineAndShapeRenderer markers(List<Mark> marks) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    AffineTransform bigger = AffineTransform.getScaleInstance(BIGGER, BIGGER);
    for (int i = 0; i < marks.size(); i++) {
      renderer.setSeriesPaint(i, marks.get(i).role().color());
      renderer.setSeriesShape(i, bigger.createTransformedShape(marks.get(i).role().marker()));
    }
    return renderer;
  }
}
