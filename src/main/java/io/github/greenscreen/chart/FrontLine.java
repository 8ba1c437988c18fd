package io.github.greenscreen.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The Pareto front as stairs, with the names of its runs above them where there is room. */
final class FrontLine {
  /** Names that fit beside each other; of a longer front every second, third, … run is named. */
  private static final int MOST_NAMES = 10;

  private static final Color LINE = new Color(0xD55E00);

  private FrontLine() {}

  /** Return the dataset of the front; {@code points} go from the cheapest to the most accurate. */
  static XYSeriesCollection dataset(List<FrontPoint> points) {
    XYSeries series = new XYSeries("Pareto front", false);
    points.forEach(point -> series.add(point.x(), point.y()));
    XYSeriesCollection dataset = new XYSeriesCollection();
    dataset.addSeries(series);
    return dataset;
  }

  /** Return which points are named: both ends and so many between as there is room for. */
  static Map<Integer, String> names(List<FrontPoint> points) {
    Map<Integer, String> names = new TreeMap<>();
    int last = points.size() - 1;
    int step = Math.max(1, (last + MOST_NAMES - 1) / MOST_NAMES);
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i <= last; i += step) {
      shown.add(i);
    }
    shown.add(last);
    shown.forEach(i -> names.put(i, points.get(i).label()));
    return names;
  }

  static XYStepRenderer renderer(List<FrontPoint> points) {
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
