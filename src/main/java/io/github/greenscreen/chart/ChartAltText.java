package io.github.greenscreen.chart;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.XYPlot;

/** Alternative text of charts for readers who cannot see them. */
public final class ChartAltText {
  private ChartAltText() {}

  /**
   * Return the axis labels of {@code chart}, one of this package, for instance {@code Energy of the
   * run (Wh); Validation accuracy (%)}; empty if the axes have no labels.
   */
  public static String axes(JFreeChart chart) {
    XYPlot plot = (XYPlot) chart.getPlot();
    return Stream.of(plot.getDomainAxis(), plot.getRangeAxis())
        .map(Axis::getLabel)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("; "));
  }
}
