package io.github.greenscreen.chart.style;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with ticks at round numbers: 1, 2, 5, 10, …, or only at powers of ten if the
 * range is wide.
 */
final class LogarithmicAxis extends LogAxis {
  private static final long serialVersionUID = 1L;
  private static final int[] FINE = {1, 2, 5};
  private static final int[] COARSE = {1};
  private static final double MANY_DECADES = 2.5;

  LogarithmicAxis(String label) {
    super(label);
    setMinorTickMarksVisible(false);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    double low = getRange().getLowerBound();
    double high = getRange().getUpperBound();
    boolean level = RectangleEdge.isTopOrBottom(edge);
    TextAnchor anchor = level ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    NumberFormat format = getNumberFormatOverride();
    List<NumberTick> ticks = new ArrayList<>();
    for (double value : round(low, high)) {
      ticks.add(new NumberTick(value, format.format(value), anchor, TextAnchor.CENTER, 0));
    }
    return ticks;
  }

  /** Return the round numbers from {@code low} to {@code high}, both above 0. */
  static List<Double> round(double low, double high) {
    int[] digits = Math.log10(high / low) > MANY_DECADES ? COARSE : FINE;
    List<Double> values = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      for (int digit : digits) {
        double value = Double.parseDouble(digit + "e" + power);
        if (value >= low && value <= high) {
          values.add(value);
        }
      }
    }
    return values;
  }
}
