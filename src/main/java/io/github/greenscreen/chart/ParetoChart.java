package io.github.greenscreen.chart;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.ranking.CostAccuracyFront;
import io.github.greenscreen.chart.model.HighlightedPoint;
import io.github.greenscreen.chart.style.ChartTheme;
import io.github.greenscreen.power.PowerSource;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A scatter plot of the accuracy of every run against its cost, with highlighted runs and the
 * Pareto front.
 */
public final class ParetoChart {
  private static final String RUNS = "Runs of the sweep";
  private static final double WIDE = 20;
  private static final double BIGGER = 1.6;

  private ParetoChart() {}

  /**
   * Return the chart. The cost axis is logarithmic if costs differ by a factor of more than twenty.
   *
   * @param runs all runs; those without cost or accuracy are omitted
   * @param cost quantity of the horizontal axis
   * @param marks runs to highlight; x is the cost, y the accuracy in percent
   * @param frontier the Pareto front, drawn as steps with run names
   */
  public static JFreeChart of(
      List<RunMetrics> runs, Cost cost, List<HighlightedPoint> marks, CostAccuracyFront frontier) {
    List<RunMetrics> known =
        runs.stream()
            .filter(run -> Double.isFinite(cost.of(run)) && Double.isFinite(run.accuracy()))
            .toList();
    Map<PowerSource, XYSeries> all = series(known, cost);
    List<HighlightedPoint> shown =
        marks.stream().filter(m -> Double.isFinite(m.x()) && Double.isFinite(m.y())).toList();
    NumberAxis accuracy = ChartTheme.linear("Validation accuracy (%)");
    accuracy.setAutoRangeIncludesZero(true);
    XYSeriesCollection dataset = new XYSeriesCollection();
    all.values().forEach(dataset::addSeries);
    XYPlot plot = new XYPlot(dataset, axis(cost, known), accuracy, dots(all.keySet()));
    plot.setDataset(1, marked(shown));
    plot.setRenderer(1, markers(shown));
    List<ParetoPoint> front = ParetoPoint.of(frontier, known, cost, scale(known, cost));
    if (!front.isEmpty()) {
      plot.setDataset(2, ParetoFrontLine.dataset(front));
      plot.setRenderer(2, ParetoFrontLine.renderer(front));
    }
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    return ChartTheme.chart(plot);
  }

  /**
   * Return one series of points per power source, so that estimates look different from
   * measurements.
   */
  private static Map<PowerSource, XYSeries> series(List<RunMetrics> runs, Cost cost) {
    Map<PowerSource, XYSeries> all = new TreeMap<>();
    Set<PowerSource> sources =
        runs.stream().map(run -> source(run, cost)).collect(Collectors.toSet());
    for (PowerSource source : sources.isEmpty() ? Set.of(PowerSource.MEASURED) : sources) {
      String mark = sources.size() > 1 ? source.configName() : source.mark();
      all.put(source, new XYSeries(mark.isEmpty() ? RUNS : RUNS + ", " + mark));
    }
    runs.forEach(run -> all.get(source(run, cost)).add(cost.of(run), 100 * run.accuracy()));
    return all;
  }

  private static PowerSource source(RunMetrics run, Cost cost) {
    return cost == Cost.ENERGY ? run.powerSource() : PowerSource.MEASURED;
  }

  private static ValueAxis axis(Cost cost, List<RunMetrics> runs) {
    String noun = cost.noun().substring(0, 1).toUpperCase(Locale.ROOT) + cost.noun().substring(1);
    String unit =
        PowerSourceLabel.with(cost.unit(), cost == Cost.ENERGY ? PowerSourceLabel.of(runs) : "");
    if (isWide(runs, cost)) {
      return ChartTheme.logarithmic(noun + " of the run (" + unit + ", logarithmic)");
    }
    NumberAxis axis = ChartTheme.linear(noun + " of the run (" + unit + ")");
    axis.setAutoRangeIncludesZero(true);
    return axis;
  }

  private static boolean isWide(List<RunMetrics> runs, Cost cost) {
    double[] costs = runs.stream().mapToDouble(cost::of).sorted().toArray();
    return costs.length > 0 && costs[0] > 0 && costs[costs.length - 1] > WIDE * costs[0];
  }

  /** Return the transformation that the axis applies to a cost. */
  private static DoubleUnaryOperator scale(List<RunMetrics> runs, Cost cost) {
    return isWide(runs, cost) ? Math::log : value -> value;
  }

  /** Return a renderer with filled dots for measured runs and rings for all others. */
  private static XYLineAndShapeRenderer dots(Set<PowerSource> sources) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    int series = 0;
    for (PowerSource source : sources) {
      renderer.setSeriesShape(series, new Ellipse2D.Double(-2, -2, 4, 4));
      renderer.setSeriesPaint(series, ChartTheme.QUIET);
      renderer.setSeriesShapesFilled(series, source.mark().isEmpty());
      series++;
    }
    return renderer;
  }

  private static XYSeriesCollection marked(List<HighlightedPoint> marks) {
    XYSeriesCollection dataset = new XYSeriesCollection();
    for (HighlightedPoint mark : marks) {
      XYSeries series = new XYSeries(mark.label());
      series.add(mark.x(), mark.y());
      dataset.addSeries(series);
    }
    return dataset;
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
