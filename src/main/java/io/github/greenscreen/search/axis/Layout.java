package io.github.greenscreen.search.axis;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The axes of a search space, and the way between configurations and points. Immutable. */
public final class Layout {
  private final SearchSpace space;
  private final List<Parameter> dimensions;
  private final List<Axis> axes;

  /** Lay out {@code space}. */
  public Layout(SearchSpace space) {
    this.space = space;
    this.dimensions = space.parameters().stream().filter(p -> p.values().size() > 1).toList();
    this.axes = dimensions.stream().map(Axis::of).toList();
  }

  /** Return the parameters that can vary, in the order of the space. */
  public List<Axis> axes() {
    return axes;
  }

  /** Return the point of {@code configuration}, empty where it lies outside of the space. */
  public Optional<Point> point(Configuration configuration) {
    double[] coordinates = new double[axes.size()];
    for (int i = 0; i < coordinates.length; i++) {
      Parameter parameter = dimensions.get(i);
      int level = configuration.find(parameter.name()).map(parameter.values()::indexOf).orElse(-1);
      if (level < 0) {
        return Optional.empty();
      }
      coordinates[i] = level;
    }
    return Optional.of(new Point(coordinates));
  }

  /** Return the configuration at {@code coordinates}, empty where it is forbidden. */
  public Optional<Configuration> configuration(double[] coordinates) {
    Map<String, String> values = new LinkedHashMap<>(space.baseline().values());
    for (int i = 0; i < coordinates.length; i++) {
      values.put(dimensions.get(i).name(), dimensions.get(i).values().get((int) coordinates[i]));
    }
    return Optional.of(Configuration.of(values));
  }

  /** Draw coordinates as often as the parameters say. */
  public double[] draw(RandomGenerator random) {
    return axes.stream().mapToDouble(axis -> axis.draw(random.nextDouble())).toArray();
  }

  /** Return where {@code point} lies along each axis, see {@link Axis#place}. */
  public double[] places(Point point) {
    double[] result = new double[axes.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = axes.get(i).place(point.at(i));
    }
    return result;
  }
}
