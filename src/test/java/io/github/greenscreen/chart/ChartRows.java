package io.github.greenscreen.chart;

import io.github.greenscreen.chart.model.RunRole;
import io.github.greenscreen.chart.model.RunSeries;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.EpochRow;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;

/** Builds rows for charts under test and reads what a chart would draw. */
final class ChartRows {
  private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);

  private ChartRows() {}

  /** Return a run whose epochs have these validation losses, accuracies of 0.5, and 100 W. */
  static RunSeries losses(RunRole role, double... losses) {
    List<EpochRow> rows = new ArrayList<>();
    rows.add(row("pre", 0, 0, 10, 100));
    for (int i = 0; i < losses.length; i++) {
      rows.add(row(Integer.toString(i), i + 1, losses[i], 10, 100));
    }
    rows.add(row("post", losses.length + 1, 0, 10, 100));
    return new RunSeries(role.name(), role, rows);
  }

  /** Return a run with an epoch of {@code seconds} for every power. */
  static RunSeries powers(RunRole role, double seconds, double... watts) {
    List<EpochRow> rows = new ArrayList<>();
    rows.add(row("pre", 0, 0, Double.NaN, Double.NaN));
    for (int i = 0; i < watts.length; i++) {
      rows.add(row(Integer.toString(i), i + 1, 1, seconds, watts[i]));
    }
    return new RunSeries(role.name(), role, rows);
  }

  /** Return the y values of one line. */
  static double[] y(JFreeChart chart, int dataset, int series) {
    XYDataset data = ((XYPlot) chart.getPlot()).getDataset(dataset);
    return IntStream.range(0, data.getItemCount(series))
        .mapToDouble(i -> data.getYValue(series, i))
        .toArray();
  }

  /** Return the x values of one line. */
  static double[] x(JFreeChart chart, int dataset, int series) {
    XYDataset data = ((XYPlot) chart.getPlot()).getDataset(dataset);
    return IntStream.range(0, data.getItemCount(series))
        .mapToDouble(i -> data.getXValue(series, i))
        .toArray();
  }

  /** Return the names in the legend. */
  static List<String> legend(JFreeChart chart) {
    List<String> names = new ArrayList<>();
    XYPlot plot = (XYPlot) chart.getPlot();
    for (int i = 0; i < plot.getLegendItems().getItemCount(); i++) {
      names.add(plot.getLegendItems().get(i).getLabel());
    }
    return names;
  }

  /** Draw the chart, so that whatever fails only then fails here. */
  static void draw(JFreeChart chart) {
    BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    chart.draw(graphics, new Rectangle2D.Double(0, 0, 400, 200));
    graphics.dispose();
  }

  private static EpochRow row(
      String epoch, int index, double valLoss, double seconds, double watts) {
    return new EpochRow(
        epoch,
        START.plusSeconds(Math.round(index * 60.0)),
        1 + valLoss,
        0.4,
        valLoss,
        0.5,
        watts,
        60,
        90,
        seconds,
        1,
        Double.NaN,
        Double.NaN,
        0.01,
        100,
        PowerSource.NONE);
  }
}
