package io.github.greenscreen.chart.style;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;
import org.jfree.data.RangeType;

/** A linear axis for a quantity from 0 to a highest possible value, which has no ticks beyond. */
final class BoundedAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;

  /** Room for markers at the highest value; narrower than the distance of two ticks. */
  private static final double MARGIN = 0.02;

  private final double highest;

  BoundedAxis(String label, double highest) {
    super(label);
    this.highest = highest;
    setRangeType(RangeType.POSITIVE);
  }

  @Override
  protected void autoAdjustRange() {
    super.autoAdjustRange();
    Range range = getRange();
    double end = highest + MARGIN * (highest - range.getLowerBound());
    if (range.getUpperBound() > end) {
      setRange(new Range(range.getLowerBound(), end), false, false);
    }
  }
}
