package io.github.greenscreen.space;

import io.github.greenscreen.format.DecimalText;
import java.util.List;
import java.util.Objects;

/**
 * A condition on one parameter: it has one of some values, or a number in a range.
 *
 * @param parameter name of the parameter
 * @param values accepted values; numbers are compared by value. Empty for a range
 * @param low lowest accepted number, negative infinity for any; NaN for values
 * @param high highest accepted number, infinity for any; NaN for values
 */
public record Condition(String parameter, List<String> values, double low, double high) {
  public Condition {
    Objects.requireNonNull(parameter);
    values = List.copyOf(values);
    if (values.isEmpty() == (Double.isNaN(low) || Double.isNaN(high))) {
      throw new IllegalArgumentException(parameter + " needs a list of values or a range");
    }
  }

  /** Create a condition with accepted {@code values}, at least one. */
  public static Condition of(String parameter, List<String> values) {
    return new Condition(parameter, values, Double.NaN, Double.NaN);
  }

  /** Create a condition with accepted numbers from {@code low} to {@code high}, inclusive. */
  public static Condition between(String parameter, double low, double high) {
    return new Condition(parameter, List.of(), low, high);
  }

  /** Tell whether {@code value} of the parameter meets the condition. */
  public boolean holds(String value) {
    if (!values.isEmpty()) {
      return values.stream().anyMatch(wanted -> isSame(wanted, value));
    }
    double number = DecimalText.isNumber(value) ? Double.parseDouble(value) : Double.NaN;
    return number >= low && number <= high;
  }

  /** Return the condition in words, such as {@code batch_size 64 or 128}. */
  @Override
  public String toString() {
    return parameter + " " + (values.isEmpty() ? span() : String.join(" or ", values));
  }

  private String span() {
    if (low == Double.NEGATIVE_INFINITY) {
      return "at most " + DecimalText.spell(high);
    }
    return high == Double.POSITIVE_INFINITY
        ? "at least " + DecimalText.spell(low)
        : DecimalText.spell(low) + " to " + DecimalText.spell(high);
  }

  private static boolean isSame(String wanted, String value) {
    if (DecimalText.isNumber(wanted) && DecimalText.isNumber(value)) {
      return Double.parseDouble(wanted) == Double.parseDouble(value);
    }
    return wanted.equals(value) || (isNone(wanted) && isNone(value));
  }

  private static boolean isNone(String value) {
    return value.equalsIgnoreCase("none");
  }
}
