package io.github.greenscreen.space;

import io.github.greenscreen.format.DecimalText;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The multiples of a step in a range, formatted on access. Lookups compare numbers by value.
 * Immutable.
 */
final class SteppedValues extends AbstractList<String> implements RandomAccess {
  private final BigDecimal step;
  private final long first;
  private final long last;

  /** List {@code first} × {@code step} to {@code last} × {@code step}. */
  SteppedValues(BigDecimal step, long first, long last) {
    this.step = step;
    this.first = first;
    this.last = last;
  }

  @Override
  public String get(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index + " is not below " + size());
    }
    return spell(first + index);
  }

  @Override
  public int size() {
    return (int) Math.min(last - first + 1, Integer.MAX_VALUE);
  }

  @Override
  public int indexOf(Object value) {
    long number = value instanceof String text ? number(text) : Long.MIN_VALUE;
    return number == Long.MIN_VALUE ? -1 : (int) (number - first);
  }

  @Override
  public boolean contains(Object value) {
    return indexOf(value) >= 0;
  }

  String spell(long number) {
    return DecimalText.spell(step.multiply(BigDecimal.valueOf(number)));
  }

  /**
   * Return the multiple that {@code text} is, or {@link Long#MIN_VALUE} if it is not in the list.
   */
  long number(String text) {
    if (!DecimalText.isNumber(text)) {
      return Long.MIN_VALUE;
    }
    BigDecimal[] division = new BigDecimal(text).divideAndRemainder(step);
    boolean inside =
        division[0].compareTo(BigDecimal.valueOf(first)) >= 0
            && division[0].compareTo(BigDecimal.valueOf(last)) <= 0;
    return division[1].signum() == 0 && inside ? division[0].longValueExact() : Long.MIN_VALUE;
  }
}
