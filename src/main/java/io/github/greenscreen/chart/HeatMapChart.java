package io.github.greenscreen.chart;

import io.github.greenscreen.chart.model.HeatMapRow;
import io.github.greenscreen.chart.style.ChartTheme;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * A heat map of the parameter values of all runs: one row per parameter, one column per run.
 * Ordered values map to a colour scale of rising lightness (cividis, Nuñez et al. 2018), which
 * stays ordered for colour-blind readers and in greyscale.
 */
public final class HeatMapChart {
  /** Maximum number of runs for which the columns are labelled with run names. */
  private static final int MAX_NAMES = 75;

  private static final float NAME_SIZE = 6;
  private static final int STEPS = 64;
  private static final Color UNKNOWN = Color.WHITE;
  private static final int[] SCALE = {0x00224E, 0x35456C, 0x666970, 0x948E77, 0xC8B866, 0xFEE838};

  private HeatMapChart() {}

  /**
   * Return the chart.
   *
   * @param axis label of the run axis, which names the sort order, for instance {@code Runs, from
   *     the lowest energy on}
   * @param runs names of the runs, from left to right
   * @param rows parameters from top to bottom, each with the position of every run on the scale,
   *     from 0 to 1; NaN if the run does not have the parameter
   */
  public static JFreeChart of(String axis, List<String> runs, List<HeatMapRow> rows) {
    DefaultXYZDataset dataset = new DefaultXYZDataset();
    int cells = runs.size() * rows.size();
    double[][] data = new double[3][cells];
    for (int row = 0; row < rows.size(); row++) {
      for (int run = 0; run < runs.size(); run++) {
        int cell = row * runs.size() + run;
        double place = rows.get(row).places().get(run);
        data[0][cell] = run;
        data[1][cell] = row;
        data[2][cell] = Double.isFinite(place) ? place : -1;
      }
    }
    dataset.addSeries("Parameters", data);
    SymbolAxis parameters =
        axis(null, rows.stream().map(HeatMapRow::parameter).toArray(String[]::new), true);
    parameters.setInverted(true);
    XYPlot plot =
        new XYPlot(
            dataset,
            axis(axis, runs.toArray(String[]::new), runs.size() <= MAX_NAMES),
            parameters,
            renderer());
    JFreeChart chart = ChartTheme.chart(plot);
    plot.setRangeGridlinesVisible(false);
    chart.removeLegend();
    return chart;
  }

  private static SymbolAxis axis(String label, String[] names, boolean named) {
    SymbolAxis axis = new SymbolAxis(label, names);
    ChartTheme.style(axis);
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, Math.max(1, names.length) - 0.5);
    axis.setTickLabelInsets(new RectangleInsets(0, 2, 0, 2));
    axis.setTickLabelsVisible(named);
    axis.setTickMarksVisible(false);
    if (label != null) {
      axis.setVerticalTickLabels(true);
      axis.setTickLabelFont(ChartTheme.font().deriveFont(Font.PLAIN, NAME_SIZE));
    }
    return axis;
  }

  private static XYBlockRenderer renderer() {
    LookupPaintScale scale = new LookupPaintScale(-1, 1, UNKNOWN);
    for (int step = 0; step <= STEPS; step++) {
      double place = (double) step / STEPS;
      scale.add(place - 0.5 / STEPS, color(place));
    }
    XYBlockRenderer renderer = new XYBlockRenderer();
    renderer.setPaintScale(scale);
    return renderer;
  }

  /**
   * Return the colour at position {@code place} of the scale, 0 to 1; white for NaN and infinities.
   */
  public static Color color(double place) {
    if (!Double.isFinite(place)) {
      return UNKNOWN;
    }
    double scaled = Math.max(0, Math.min(1, place)) * (SCALE.length - 1);
    int below = Math.min((int) scaled, SCALE.length - 2);
    double share = scaled - below;
    Color low = new Color(SCALE[below]);
    Color high = new Color(SCALE[below + 1]);
    return new Color(
        mix(low.getRed(), high.getRed(), share),
        mix(low.getGreen(), high.getGreen(), share),
        mix(low.getBlue(), high.getBlue(), share));
  }

  private static int mix(int low, int high, double share) {
    return (int) Math.round(low + share * (high - low));
  }
}
