package io.github.greenscreen.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The best runs by one number; runs in which it was not measured are not ranked. */
final class Rankings {
  /** How many runs a ranking names. */
  static final int LENGTH = 5;

  private Rankings() {}

  static List<RunMetrics> highest(List<RunMetrics> runs, ToDoubleFunction<RunMetrics> number) {
    return lowest(runs, run -> -number.applyAsDouble(run));
  }

  static List<RunMetrics> lowest(List<RunMetrics> runs, ToDoubleFunction<RunMetrics> number) {
    return runs.stream()
        .filter(run -> Double.isFinite(number.applyAsDouble(run)))
        .sorted(Comparator.comparingDouble(number).thenComparing(RunMetrics::name, RunNames.ORDER))
        .limit(LENGTH)
        .toList();
  }
}
