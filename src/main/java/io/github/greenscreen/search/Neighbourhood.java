package io.github.greenscreen.search;

import io.github.greenscreen.search.axis.Axis;
import io.github.greenscreen.search.axis.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Points to look at when an acquisition is to be maximised. */
final class Neighbourhood {
  private static final int MOST_VALUES = 12;
  private static final double[] STEPS = {0.2, 0.05, 0.01, 0.002};

  private final History history;
  private final SplittableRandom random;

  Neighbourhood(History history, SplittableRandom random) {
    this.history = history;
    this.random = random;
  }

  /** Return {@code count} free candidates drawn as the space says, fewer where few are free. */
  List<Candidate> drawn(int count) {
    List<Candidate> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      history.free(history.layout().draw(random)).ifPresent(result::add);
    }
    return result;
  }

  /** Return the free candidates that differ from {@code point} in one parameter. */
  List<Candidate> round(Point point) {
    List<Candidate> result = new ArrayList<>();
    for (int i = 0; i < history.layout().axes().size(); i++) {
      for (double coordinate : others(history.layout().axes().get(i), point.at(i))) {
        moved(point, i, coordinate).ifPresent(result::add);
      }
    }
    return result;
  }

  /** Parameters that did not apply and now might are drawn. */
  private Optional<Candidate> moved(Point point, int axis, double coordinate) {
    double[] coordinates = history.layout().draw(random);
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = Double.isNaN(point.at(i)) ? coordinates[i] : point.at(i);
    }
    coordinates[axis] = coordinate;
    return history.free(coordinates);
  }

  private double[] others(Axis axis, double coordinate) {
    if (Double.isNaN(coordinate)) {
      return new double[0];
    }
    if (axis.levels() == 0) {
      return nearby(coordinate);
    }
    return axis.levels() <= MOST_VALUES
        ? IntStream.range(0, axis.levels()).asDoubleStream().toArray()
        : random.ints(MOST_VALUES, 0, axis.levels()).asDoubleStream().toArray();
  }

  private double[] nearby(double coordinate) {
    double[] result = new double[2 * STEPS.length];
    for (int i = 0; i < result.length; i++) {
      double step = STEPS[i / 2] * random.nextDouble() * (i % 2 == 0 ? 1 : -1);
      result[i] = Math.min(Math.max(coordinate + step, 0), 1);
    }
    return result;
  }
}
