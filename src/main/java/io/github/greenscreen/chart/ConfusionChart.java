package io.github.greenscreen.chart;

import io.github.greenscreen.chart.style.ChartTheme;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * A heat map of a confusion matrix: one row per true class, one column per predicted class. The
 * colour of a cell is the share of the row, from white to dark blue on a square-root scale, so that
 * rare confusions are visible beside the diagonal.
 */
public final class ConfusionChart {
  /** Maximum number of classes for which axes have names and cells have numbers. */
  public static final int MAX_NAMES = 20;

  private static final float CELL_SIZE = 7;
  private static final float ROW = 14;
  private static final float AXES = 42;
  private static final float UNNAMED = 280;

  /** Width of a letter of a name, about half its size. */
  private static final float LETTER = 4.5f;

  /** Width of the cells of a row on a page. */
  private static final float CELLS = 400;

  private static final int LONGEST_NAME = 20;
  private static final int STEPS = 64;
  private static final double DARK = 0.5;
  private static final double PERCENT = 100;
  private static final Color FULL = new Color(0x08306B);

  private ConfusionChart() {}

  /**
   * Return the chart of {@code table}.
   *
   * @param axis label of the axis of predicted classes
   */
  public static JFreeChart of(String axis, ConfusionTable table) {
    double[][] shares = table.shares();
    List<String> classes = table.classes();
    boolean named = classes.size() <= MAX_NAMES;
    SymbolAxis truth = axis("True class", classes, named);
    truth.setInverted(true);
    SymbolAxis predicted = axis(axis, classes, named);
    predicted.setVerticalTickLabels(isTurned(classes));
    XYPlot plot = new XYPlot(dataset(shares), predicted, truth, renderer());
    JFreeChart chart = ChartTheme.chart(plot);
    plot.setRangeGridlinesVisible(false);
    plot.setOutlineVisible(true);
    plot.setOutlinePaint(ChartTheme.QUIET);
    chart.removeLegend();
    if (named) {
      write(plot, shares);
    }
    return chart;
  }

  /** Return a suitable height of the chart of {@code table} on a page, in points. */
  public static float height(ConfusionTable table) {
    List<String> classes = table.classes();
    if (classes.size() > MAX_NAMES) {
      return UNNAMED;
    }
    float names = isTurned(classes) ? LETTER * longest(classes) : 0;
    return AXES + ROW * classes.size() + names;
  }

  /** Return whether the names of the columns are wider than the columns, and written upwards. */
  private static boolean isTurned(List<String> classes) {
    return LETTER * longest(classes) > CELLS / classes.size();
  }

  private static int longest(List<String> classes) {
    return classes.stream().mapToInt(name -> shortened(name).length()).max().orElse(0);
  }

  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
  }

  private static DefaultXYZDataset dataset(double[][] shares) {
    int classes = shares.length;
    double[][] data = new double[3][classes * classes];
    for (int truth = 0; truth < classes; truth++) {
      for (int predicted = 0; predicted < classes; predicted++) {
        int cell = truth * classes + predicted;
        data[0][cell] = predicted;
        data[1][cell] = truth;
        data[2][cell] = place(shares[truth][predicted]);
      }
    }
    DefaultXYZDataset dataset = new DefaultXYZDataset();
    dataset.addSeries("Classes", data);
    return dataset;
  }

  private static void write(XYPlot plot, double[][] shares) {
    for (int truth = 0; truth < shares.length; truth++) {
      for (int predicted = 0; predicted < shares.length; predicted++) {
        double share = shares[truth][predicted];
        if (share > 0) {
          plot.addAnnotation(number(share, predicted, truth));
        }
      }
    }
  }

  /** Return the percentage of a cell; a share below half a percent is not rounded to 0. */
  private static XYTextAnnotation number(double share, int x, int y) {
    long percent = Math.round(PERCENT * share);
    XYTextAnnotation text =
        new XYTextAnnotation(percent == 0 ? "<1" : Long.toString(percent), x, y);
    text.setFont(ChartTheme.font().deriveFont(Font.PLAIN, CELL_SIZE));
    text.setPaint(place(share) > DARK ? Color.WHITE : ChartTheme.INK);
    return text;
  }

  /** Return the position of {@code share} on the colour scale; white if it is unknown. */
  private static double place(double share) {
    return Double.isNaN(share) ? 0 : Math.sqrt(share);
  }

  private static SymbolAxis axis(String label, List<String> names, boolean named) {
    SymbolAxis axis =
        new SymbolAxis(label, names.stream().map(ConfusionChart::shortened).toArray(String[]::new));
    ChartTheme.style(axis);
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, Math.max(1, names.size()) - 0.5);
    axis.setTickLabelInsets(new RectangleInsets(0, 2, 0, 2));
    axis.setTickLabelsVisible(named);
    axis.setTickMarksVisible(false);
    return axis;
  }

  private static XYBlockRenderer renderer() {
    LookupPaintScale scale = new LookupPaintScale(0, 1, Color.WHITE);
    for (int step = 1; step <= STEPS; step++) {
      double place = (double) step / STEPS;
      scale.add(place - 0.5 / STEPS, color(place));
    }
    XYBlockRenderer renderer = new XYBlockRenderer();
    renderer.setPaintScale(scale);
    return renderer;
  }

  private static Color color(double place) {
    return new Color(
        mix(FULL.getRed(), place), mix(FULL.getGreen(), place), mix(FULL.getBlue(), place));
  }

  private static int mix(int full, double place) {
    return (int) Math.round(255 + place * (full - 255));
  }
}
