package io.github.greenscreen.space;

import io.github.greenscreen.format.DecimalText;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A parameter that takes one of several values.
 *
 * @param name the name, not blank
 * @param values the values in the order of the file, at least one, all different
 * @param probabilities probability of each value, in the order of the values, non-negative with sum
 *     1 up to rounding. Empty if all are equally likely
 */
public record CategoricalParameter(String name, List<String> values, List<Double> probabilities)
    implements Parameter {
  /** Tolerance for rounding in a sum of probabilities, the same as in Weights &amp; Biases. */
  public static final double ROUNDING = 1.001e-5;

  public CategoricalParameter {
    Objects.requireNonNull(name);
    values = List.copyOf(values);
    probabilities = List.copyOf(probabilities);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("parameter " + name + " has no values");
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException("parameter " + name + " has a duplicate value: " + values);
    }
    if (!probabilities.isEmpty() && !fit(probabilities, values.size())) {
      throw new IllegalArgumentException(
          "parameter " + name + " has probabilities that do not fit: " + probabilities);
    }
  }

  /** Create a parameter with equally likely {@code values}. */
  public CategoricalParameter(String name, List<String> values) {
    this(name, values, List.of());
  }

  private static boolean fit(List<Double> probabilities, int count) {
    double sum = probabilities.stream().mapToDouble(Double::doubleValue).sum();
    return probabilities.size() == count
        && probabilities.stream().allMatch(p -> p >= 0)
        && Math.abs(sum - 1) <= ROUNDING;
  }

  @Override
  public boolean isFinite() {
    return true;
  }

  @Override
  public String baseline() {
    return values.get(0);
  }

  @Override
  public String at(double unit) {
    double inside = ContinuousDistribution.inside(unit);
    if (probabilities.isEmpty()) {
      return values.get((int) (inside * values.size()));
    }
    double sum = 0;
    int last = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += probabilities.get(i);
      if (inside < sum) {
        return values.get(i);
      }
      last = probabilities.get(i) > 0 ? i : last;
    }
    return values.get(last);
  }

  @Override
  public OptionalDouble unit(String value) {
    int index = values.indexOf(value);
    if (index < 0) {
      return OptionalDouble.empty();
    }
    if (probabilities.isEmpty()) {
      return OptionalDouble.of((index + 0.5) / values.size());
    }
    double before = probabilities.stream().limit(index).mapToDouble(Double::doubleValue).sum();
    return OptionalDouble.of(before + probabilities.get(index) / 2);
  }

  @Override
  public boolean isEven() {
    return probabilities.isEmpty();
  }

  @Override
  public boolean isNumeric() {
    return values.stream().allMatch(DecimalText::isNumber);
  }
}
