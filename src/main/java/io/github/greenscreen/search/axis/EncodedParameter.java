package io.github.greenscreen.search.axis;

import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A parameter with more than one value, encoded as a coordinate. The coordinate of a list is the
 * index of a value, from 0; that of a range is a number in [0, 1], the share of draws below the
 * value. Immutable.
 */
public final class EncodedParameter {
  private final Parameter parameter;
  private final boolean named;
  private final double[] places;
  private final double[] units;
  private final double[] upTo;
  private final Map<String, Integer> numbers = new HashMap<>();

  private EncodedParameter(
      Parameter parameter, boolean named, double[] places, List<Double> probabilities) {
    this.parameter = parameter;
    this.named = named;
    this.places = places;
    List<String> values = places.length == 0 ? List.of() : parameter.values();
    values.forEach(value -> numbers.put(value, numbers.size()));
    this.units = values.stream().mapToDouble(v -> parameter.unit(v).orElseThrow()).toArray();
    this.upTo = new double[places.length];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += probabilities.isEmpty() ? 1.0 / upTo.length : probabilities.get(i);
      upTo[i] = sum;
    }
  }

  static EncodedParameter of(Parameter parameter) {
    if (!(parameter instanceof CategoricalParameter choice)) {
      return new EncodedParameter(parameter, false, new double[0], List.of());
    }
    List<String> values = choice.values();
    double[] numbers = IntStream.range(0, values.size()).asDoubleStream().toArray();
    return ValueOrdering.places(values)
        .map(places -> new EncodedParameter(choice, false, places, choice.probabilities()))
        .orElseGet(() -> new EncodedParameter(choice, true, numbers, choice.probabilities()));
  }

  /** Return the number of values in the list, 0 for a range. */
  public int levels() {
    return places.length;
  }

  /** Tell whether the values are categories without an order. */
  public boolean isNamed() {
    return named;
  }

  /**
   * Return the position of {@code coordinate} in [0, 1]; for categories, the index of the value.
   */
  public double place(double coordinate) {
    return levels() == 0 || Double.isNaN(coordinate) ? coordinate : places[(int) coordinate];
  }

  /** Return a coordinate drawn from the parameter's distribution, given {@code unit} in [0, 1). */
  public double draw(double unit) {
    if (levels() == 0) {
      return unit;
    }
    int level = 0;
    while (level < upTo.length - 1 && upTo[level] <= unit) {
      level++;
    }
    return level;
  }

  /** Return the share of draws that give the value with index {@code level}. */
  public double share(int level) {
    return level == 0 ? upTo[0] : upTo[level] - upTo[level - 1];
  }

  String name() {
    return parameter.name();
  }

  /** Return the coordinate of {@code value}, or NaN if the parameter does not have it. */
  double coordinate(String value) {
    if (levels() == 0) {
      return parameter.unit(value).orElse(Double.NaN);
    }
    Integer number = numbers.get(value);
    return number == null ? Double.NaN : number;
  }

  /** Return the share of draws below {@code coordinate}. */
  double unit(double coordinate) {
    return levels() == 0 || Double.isNaN(coordinate) ? coordinate : units[(int) coordinate];
  }

  /** Tell whether different coordinates may represent the same value. */
  boolean isStepped() {
    return parameter instanceof NumericParameter range
        && (range.isFinite() || range.settings().containsKey(Setting.Q));
  }
}
