package io.github.greenscreen.search.bayes;

import io.github.greenscreen.search.TrialHistory;
import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.search.axis.SpaceEncoding;
import io.github.greenscreen.search.gp.GaussianProcess;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Fits Gaussian processes to trials. */
final class SurrogateFitter {
  /** Largest number of observations: the time of a fit grows with its cube. */
  private static final int MAX = 200;

  private final TrialHistory history;

  SurrogateFitter(TrialHistory history) {
    this.history = history;
  }

  /**
   * Fit {@code values}, one for each of {@code seen}. If there are too many, half of the
   * observations are the lowest values, which matter most, and the other half the latest.
   */
  GaussianProcess fit(List<TrialHistory.Seen> seen, double[] values) {
    int[] chosen = chosen(values);
    SpaceEncoding layout = history.layout();
    double[][] points = new double[chosen.length][];
    double[] observed = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      points[i] = layout.places(seen.get(chosen[i]).point());
      observed[i] = values[chosen[i]];
    }
    return GaussianProcess.fit(points, layout.named(), observed);
  }

  /** Return {@code process} as if pending trials had ended as predicted. */
  GaussianProcess believe(GaussianProcess process) {
    List<EncodedConfiguration> pending = history.pending();
    int from = Math.max(0, pending.size() - MAX);
    return process.believing(
        pending.subList(from, pending.size()).stream()
            .map(history.layout()::places)
            .toArray(double[][]::new));
  }

  private static int[] chosen(double[] values) {
    if (values.length <= MAX) {
      return IntStream.range(0, values.length).toArray();
    }
    int[] byValue =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    IntStream lowest = IntStream.of(byValue).limit(MAX / 2);
    int[] later = IntStream.of(byValue).skip(MAX / 2).sorted().toArray();
    return IntStream.concat(lowest, IntStream.of(later).skip(later.length - MAX / 2))
        .sorted()
        .toArray();
  }
}
