package io.github.greenscreen.search.axis;

import io.github.greenscreen.space.Parameter;
import java.util.stream.IntStream;

/**
 * One parameter that can vary, as a coordinate. A coordinate is the number of a value, from 0, where
 * there is a list of values, and otherwise a number in [0, 1], the share of draws below the value.
 * Immutable.
 */
public final class Axis {
  private final int levels;
  private final boolean named;
  private final double[] places;

  private Axis(int levels, boolean named, double[] places) {
    this.levels = levels;
    this.named = named;
    this.places = places;
  }

  static Axis of(Parameter parameter) {
    int levels = parameter.values().size();
    double[] numbers = IntStream.range(0, levels).asDoubleStream().toArray();
    return Scale.places(parameter.values())
        .map(places -> new Axis(levels, false, places))
        .orElseGet(() -> new Axis(levels, true, numbers));
  }

  /** Return how many values there are, 0 for a range of which any point may be taken. */
  public int levels() {
    return levels;
  }

  /** Tell whether the values are names, none of which is nearer to another. */
  public boolean isNamed() {
    return named;
  }

  /** Return where {@code coordinate} lies in [0, 1]; the number of the value for names. */
  public double place(double coordinate) {
    return levels == 0 || Double.isNaN(coordinate) ? coordinate : places[(int) coordinate];
  }

  /** Return a coordinate drawn as often as the parameter says, by {@code unit} in [0, 1). */
  public double draw(double unit) {
    return levels == 0 ? unit : Math.min((int) (unit * levels), levels - 1);
  }

  /** Return the logarithm of the density with which {@link #draw} gives {@code coordinate}. */
  public double logShare(double coordinate) {
    return levels == 0 ? 0 : -Math.log(levels);
  }
}
