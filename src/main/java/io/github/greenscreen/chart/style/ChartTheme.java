package io.github.greenscreen.chart.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The common style of all charts: white background, thin grey grid, dark grey text, no frame. Sizes
 * are in points of 1/72 inch, for charts drawn at their final size. The font is the one that the
 * report embeds, so that both measure text alike.
 */
public final class ChartTheme {
  /** Colour of text. */
  public static final Color INK = new Color(0x374151);

  /** Colour of axes and of runs that are not highlighted. */
  public static final Color QUIET = new Color(0x9CA3AF);

  private static final Color GRID = new Color(0xE5E7EB);
  private static final float TEXT_SIZE = 8;
  private static final Font REGULAR = load();

  private ChartTheme() {}

  /** Return the font of all text in charts, at the size of axis labels. */
  public static Font font() {
    return REGULAR;
  }

  /** Return a chart of {@code plot} in this theme, with a legend above it. */
  public static JFreeChart chart(XYPlot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(new BasicStroke(0.5f));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    JFreeChart chart = new JFreeChart(null, REGULAR, plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(0, 0, 0, 8));
    legend(chart.getLegend());
    return chart;
  }

  /** Return a linear axis labelled {@code label}. */
  public static NumberAxis linear(String label) {
    return styled(new NumberAxis(label));
  }

  /**
   * Return a linear axis labelled {@code label} for a quantity from 0 to {@code highest}, which may
   * be infinite.
   */
  public static NumberAxis bounded(String label, double highest) {
    return styled(new BoundedAxis(label, highest));
  }

  private static NumberAxis styled(NumberAxis axis) {
    axis.setNumberFormatOverride(number("0.######"));
    style(axis);
    return axis;
  }

  /** Return a logarithmic axis labelled {@code label}, for values above 0. */
  public static LogAxis logarithmic(String label) {
    LogAxis axis = new LogarithmicAxis(label);
    axis.setNumberFormatOverride(number("0.######"));
    style(axis);
    return axis;
  }

  /** Apply the common style to {@code axis}. */
  public static void style(ValueAxis axis) {
    axis.setLabelFont(REGULAR);
    axis.setLabelPaint(INK);
    axis.setLabelInsets(new RectangleInsets(3, 3, 3, 3));
    axis.setTickLabelFont(REGULAR);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(QUIET);
    axis.setAxisLineStroke(new BasicStroke(0.6f));
    axis.setTickMarkPaint(QUIET);
    axis.setTickMarkStroke(new BasicStroke(0.6f));
    axis.setTickMarkOutsideLength(2.5f);
  }

  private static void legend(LegendTitle legend) {
    legend.setPosition(RectangleEdge.TOP);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setItemFont(REGULAR);
    legend.setItemPaint(INK);
    legend.setBackgroundPaint(null);
    legend.setFrame(BlockBorder.NONE);
    legend.setItemLabelPadding(new RectangleInsets(1, 3, 1, 10));
    legend.setLegendItemGraphicPadding(new RectangleInsets(1, 1, 1, 1));
  }

  private static NumberFormat number(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  private static Font load() {
    try (InputStream in =
        ChartTheme.class.getResourceAsStream("/liberation/LiberationSans-Regular.ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(TEXT_SIZE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the packaged font Liberation Sans is damaged", e);
    }
  }
}
