package io.github.greenscreen.search.axis;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Converts configurations of a search space to points and back. Points of spaces without rules or
 * steps are checked without creating configurations, because samplers evaluate thousands of points
 * per suggestion. Immutable.
 */
public final class SpaceEncoding {
  private final SearchSpace space;
  private final List<Parameter> constants;
  private final List<EncodedParameter> axes;
  private final boolean ruled;
  private final boolean direct;

  /** Encode {@code space}. */
  public SpaceEncoding(SearchSpace space) {
    this.space = space;
    this.axes = space.dimensions().stream().map(EncodedParameter::of).toList();
    this.constants =
        space.parameters().stream().filter(p -> !space.dimensions().contains(p)).toList();
    this.ruled = !space.conditions().isEmpty() || !space.forbidden().isEmpty();
    this.direct = !ruled && axes.stream().noneMatch(EncodedParameter::isStepped);
  }

  /** Return the parameters with more than one value, in the order of the space. */
  public List<EncodedParameter> axes() {
    return axes;
  }

  /** Return the point of {@code configuration}, or empty if it lies outside the space. */
  public Optional<EncodedConfiguration> point(Configuration configuration) {
    if (ruled) {
      return space.project(configuration).map(this::read);
    }
    EncodedConfiguration point = read(configuration);
    return point.lacksAny() || !hasConstants(configuration) ? Optional.empty() : Optional.of(point);
  }

  private boolean hasConstants(Configuration configuration) {
    for (Parameter constant : constants) {
      String value = configuration.values().get(constant.name());
      if (value == null || !isOf(constant, value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOf(Parameter parameter, String value) {
    return parameter instanceof FixedParameter constant
        ? constant.value().equals(value)
        : parameter.unit(value).isPresent();
  }

  private EncodedConfiguration read(Configuration configuration) {
    double[] coordinates = new double[axes.size()];
    Map<String, String> values = configuration.values();
    for (int i = 0; i < coordinates.length; i++) {
      EncodedParameter axis = axes.get(i);
      String value = values.get(axis.name());
      coordinates[i] = value == null ? Double.NaN : axis.coordinate(value);
    }
    return new EncodedConfiguration(coordinates);
  }

  /**
   * Return the canonical point of {@code coordinates}: NaN for parameters that do not apply, and
   * the middle of the step for stepped ones; empty if the combination is forbidden.
   */
  public Optional<EncodedConfiguration> settle(double[] coordinates) {
    return direct
        ? Optional.of(new EncodedConfiguration(coordinates.clone()))
        : at(coordinates).flatMap(this::point);
  }

  /** Return the configuration at {@code point}. */
  public Configuration configuration(EncodedConfiguration point) {
    return at(point.coordinates()).orElseThrow();
  }

  private Optional<Configuration> at(double[] coordinates) {
    double[] units = new double[coordinates.length];
    for (int i = 0; i < units.length; i++) {
      double unit = axes.get(i).unit(coordinates[i]);
      units[i] = Double.isNaN(unit) ? 0.5 : unit;
    }
    return space.at(units);
  }

  /** Draw coordinates from the distributions of the parameters. */
  public double[] draw(RandomGenerator random) {
    return axes.stream().mapToDouble(axis -> axis.draw(random.nextDouble())).toArray();
  }

  /** Return the position of {@code point} along each axis, see {@link EncodedParameter#place}. */
  public double[] places(EncodedConfiguration point) {
    double[] result = new double[axes.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = axes.get(i).place(point.at(i));
    }
    return result;
  }

  /** Return for each axis whether its values are categories. */
  public boolean[] named() {
    boolean[] result = new boolean[axes.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = axes.get(i).isNamed();
    }
    return result;
  }
}
