package io.github.greenscreen.chart;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** How many runs reached which value of one quantity: a histogram with some runs pointed out. */
public final class DistributionChart {
  private static final Color BAR = new Color(0xBFD9E8);

  private DistributionChart() {}

  /**
   * Return the chart.
   *
   * @param quantity name and unit of what is counted, for instance {@code Mean power (W)}
   * @param values one per run; not-a-number is left out
   * @param marks runs to point out by a line at {@link Mark#x}
   */
  public static JFreeChart of(String quantity, double[] values, List<Mark> marks) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    Bins bins = Bins.of(finite);
    NumberAxis x = ChartTheme.linear(quantity);
    x.setAutoRangeIncludesZero(false);
    NumberAxis y = ChartTheme.linear("Runs");
    y.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    XYPlot plot = new XYPlot(bars(bins), x, y, barRenderer());
    List<Mark> shown = marks.stream().filter(mark -> Double.isFinite(mark.x())).toList();
    plot.setDataset(1, stems(shown, bins.highest() * 1.06));
    plot.setRenderer(1, stemRenderer(shown));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    return ChartTheme.chart(plot);
  }

  private static XYIntervalSeriesCollection bars(Bins bins) {
    XYIntervalSeries series = new XYIntervalSeries("All analysed runs");
    for (int i = 0; i < bins.counts().length; i++) {
      double low = bins.low() + i * bins.width();
      double high = low + bins.width();
      series.add((low + high) / 2, low, high, bins.counts()[i], 0, bins.counts()[i]);
    }
    XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
    dataset.addSeries(series);
    return dataset;
  }

  private static XYBarRenderer barRenderer() {
    XYBarRenderer renderer = new XYBarRenderer(0.06);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setSeriesPaint(0, BAR);
    renderer.setDrawBarOutline(false);
    renderer.setLegendBar(new Rectangle2D.Double(-5, -4, 10, 8));
    return renderer;
  }

  private static XYSeriesCollection stems(List<Mark> marks, double height) {
    XYSeriesCollection dataset = new XYSeriesCollection();
    for (Mark mark : marks) {
      XYSeries series = new XYSeries(mark.label(), false);
      series.add(mark.x(), height);
      series.add(mark.x(), 0);
      dataset.addSeries(series);
    }
    return dataset;
  }

  private static XYLineAndShapeRenderer stemRenderer(List<Mark> marks) {
    XYLineAndShapeRenderer renderer =
        new XYLineAndShapeRenderer(true, true) {
          private static final long serialVersionUID = 1L;

          @Override
          public boolean getItemShapeVisible(int series, int item) {
            return item == 0;
          }
        };
    for (int i = 0; i < marks.size(); i++) {
      renderer.setSeriesPaint(i, marks.get(i).role().color());
      renderer.setSeriesStroke(i, Role.solid());
      renderer.setSeriesShape(i, marks.get(i).role().marker());
    }
    renderer.setLegendLine(new Line2D.Double(-9, 0, 9, 0));
    return renderer;
  }
}
