package io.github.greenscreen.search.bayes;

import io.github.greenscreen.search.TrialHistory;
import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.search.axis.EncodedParameter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Generates untried points at which an acquisition function is evaluated. Not thread-safe. */
final class CandidateGenerator {
  private static final int MAX_VALUES = 12;
  private static final double[] STEPS = {0.2, 0.05, 0.01, 0.002};
  private static final BigInteger FEW = BigInteger.valueOf(500);

  private final TrialHistory history;
  private final SplittableRandom random;

  /** Generate candidates in the space of {@code history}. */
  CandidateGenerator(TrialHistory history, SplittableRandom random) {
    this.history = history;
    this.random = random;
  }

  /** Tell whether the space is small enough to enumerate. */
  boolean isSmall() {
    return history.study().space().isFinite() && history.study().space().size().compareTo(FEW) <= 0;
  }

  /** Return all untried points of a small space. */
  List<EncodedConfiguration> all() {
    return IntStream.range(0, history.study().space().size().intValueExact())
        .mapToObj(i -> history.study().space().at(BigInteger.valueOf(i)))
        .flatMap(configuration -> history.free(configuration).stream())
        .toList();
  }

  /** Return the untried points among {@code count} draws from the space. */
  List<EncodedConfiguration> drawn(int count) {
    List<EncodedConfiguration> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      history.free(history.layout().draw(random)).ifPresent(result::add);
    }
    return result;
  }

  /** Return the untried points that differ from {@code point} in one parameter. */
  List<EncodedConfiguration> round(EncodedConfiguration point) {
    List<EncodedConfiguration> result = new ArrayList<>();
    for (int i = 0; i < history.layout().axes().size(); i++) {
      for (double coordinate : others(history.layout().axes().get(i), point.at(i))) {
        moved(point, i, coordinate).ifPresent(result::add);
      }
    }
    return result;
  }

  /** Move along one axis; coordinates that become applicable are drawn. */
  private Optional<EncodedConfiguration> moved(
      EncodedConfiguration point, int axis, double coordinate) {
    double[] coordinates = point.coordinates();
    for (int i = 0; i < coordinates.length; i++) {
      if (Double.isNaN(coordinates[i])) {
        coordinates[i] = history.layout().axes().get(i).draw(random.nextDouble());
      }
    }
    coordinates[axis] = coordinate;
    return history.free(coordinates);
  }

  private double[] others(EncodedParameter axis, double coordinate) {
    if (Double.isNaN(coordinate)) {
      return new double[0];
    }
    if (axis.levels() == 0) {
      return nearby(coordinate);
    }
    IntStream levels =
        axis.levels() <= MAX_VALUES
            ? IntStream.range(0, axis.levels())
            : random.ints(MAX_VALUES, 0, axis.levels());
    return levels.filter(level -> axis.share(level) > 0).asDoubleStream().toArray();
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
