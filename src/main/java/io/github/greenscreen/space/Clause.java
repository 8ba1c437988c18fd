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
public record Clause(String parameter, List<String> values, double low, double high) {
  public Clause {
    Objects.requireNonNull(parameter);
    values = List.copyOf(values);
    if (values.isEmpty() == (Double.isNaN(low) || Double.isNaN(high))) {
      throw new IllegalArgumentException(
          parameter + " has to be one of some values or a number between two");
    }
  }

  /** Ask for one of {@code values}, at least one. */
  public static Clause of(String parameter, List<String> values) {
    return new Clause(parameter, values, Double.NaN, Double.NaN);
  }

  /** Ask for a number from {@code low} to {@code high}, the ends included. */
  public static Clause between(String parameter, double low, double high) {
    return new Clause(parameter, List.of(), low, high);
  }

  /** Tell whether {@code value} of the parameter will do. */
  public boolean holds(String value) {
    if (!values.isEmpty()) {
      return values.stream().anyMatch(wanted -> isSame(wanted, value));
    }
    double number = Decimals.isNumber(value) ? Double.parseDouble(value) : Double.NaN;
    return number >= low && number <= high;
  }

  /** Return the clause in words, such as {@code batch_size 64 or 128}. */
  @Override
  public String toString() {
    return parameter + " " + (values.isEmpty() ? span() : String.join(" or ", values));
  }

  private String span() {
    if (low == Double.NEGATIVE_INFINITY) {
      return "at most " + Decimals.spell(high);
    }
    return high == Double.POSITIVE_INFINITY
        ? "at least " + Decimals.spell(low)
        : Decimals.spell(low) + " to " + Decimals.spell(high);
  }

  private static boolean isSame(String wanted, String value) {
    if (Decimals.isNumber(wanted) && Decimals.isNumber(value)) {
      return Double.parseDouble(wanted) == Double.parseDouble(value);
    }
    return wanted.equals(value) || (isNone(wanted) && isNone(value));
  }

  private static boolean isNone(String value) {
    return value.equalsIgnoreCase("none");
  }
}
