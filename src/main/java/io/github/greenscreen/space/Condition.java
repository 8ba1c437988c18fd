package io.github.greenscreen.space;

import java.util.List;
import java.util.Objects;

/**
 * What one parameter has to be: one of some values, or a number between two.
 *
 * @param parameter name of the parameter
 * @param values values that will do; a number counts whatever its spelling. Empty where numbers
 *     count
 * @param low the lowest number that will do, negative infinity for any; NaN where values count
 * @param high the highest number that will do, infinity for any; NaN where values count
 */
public record Condition(String parameter, List<String> values, double low, double high) {
  public Condition {
    Objects.requireNonNull(parameter);
    values = List.copyOf(values);
    if (values.isEmpty() == (Double.isNaN(low) || Double.isNaN(high))) {
      throw new IllegalArgumentException(parameter + " needs a list of values or a range");
    }
  }

  /** Ask for one of {@code values}, at least one. */
  public static Condition of(String parameter, List<String> values) {
    return new Condition(parameter, values, Double.NaN, Double.NaN);
  }

  /** Ask for a number from {@code low} to {@code high}, the ends included. */
  public static Condition between(String parameter, double low, double high) {
    return new Condition(parameter, List.of(), low, high);
  }

  /** Tell whether {@code value} of the parameter will do. */
  public boolean holds(String value) {
    if (!values.isEmpty()) {
      return values.stream().anyMatch(wanted -> isSame(wanted, value));
    }
    double number = DecimalText.isNumber(value) ? Double.parseDouble(value) : Double.NaN;
    return number >= low && number <= high;
  }

  /** Return the clause in words, such as {@code batch_size 64 or 128}. */
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
