package io.github.greenscreen.chart;

import io.github.greenscreen.chart.style.ChartTheme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws the Pareto front as steps, and the names of its runs if they fit. */
final class ParetoFrontLine {
  private static final Color LINE = new Color(0xD55E00);

  private ParetoFrontLine() {}

  /**
   * Return the dataset of the front; {@code points} are ordered from the cheapest to the most
   * accurate.
   */
  static XYSeriesCollection dataset(List<ParetoPoint> points) {
    XYSeries series = new XYSeries("Pareto front", false);
    points.forEach(point -> series.add(point.x(), point.y()));
    XYSeriesCollection dataset = new XYSeriesCollection();
    dataset.addSeries(series);
    return dataset;
  }

  /**
   * Return the labels to draw, by index of the point: the knee, then both ends, then all others
   * whose labels do not overlap.
   */
  static Map<Integer, String> names(List<ParetoPoint> points) {
    int last = points.size() - 1;
    List<Integer> order =
        IntStream.rangeClosed(0, last)
            .boxed()
            .sorted(
                Comparator.comparingInt(
                    i -> points.get(i).isKnee() ? 0 : i == last ? 1 : i == 0 ? 2 : 3))
            .toList();
    Map<Integer, String> names = new TreeMap<>();
    for (int i : order) {
      ParetoPoint point = points.get(i);
      if (names.keySet().stream().noneMatch(named -> points.get(named).isNear(point))) {
        names.put(i, point.label());
      }
    }
    return names;
  }

  /** Return the renderer of the steps and the labels. */
  static XYStepRenderer renderer(List<ParetoPoint> points) {
    XYStepRenderer renderer = new XYStepRenderer();
    Map<Integer, String> names = names(points);
    renderer.setSeriesPaint(0, LINE);
    renderer.setSeriesStroke(0, new BasicStroke(1));
    renderer.setDefaultShapesVisible(false);
    renderer.setDefaultItemLabelGenerator((dataset, series, item) -> names.getOrDefault(item, ""));
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(ChartTheme.font());
    renderer.setDefaultItemLabelPaint(ChartTheme.INK);
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE10, TextAnchor.BOTTOM_RIGHT));
    return renderer;
  }
}
