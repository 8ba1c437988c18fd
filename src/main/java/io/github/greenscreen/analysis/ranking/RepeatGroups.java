package io.github.greenscreen.analysis.ranking;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.statistics.TailProbabilities;
import io.github.greenscreen.space.Configuration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Groups of runs that have the same configuration and differ only in their seed. */
public final class RepeatGroups {
  private static final String SEED = "seed";

  private final List<List<RunMetrics>> groups;

  /** Group {@code runs}. */
  public RepeatGroups(List<RunMetrics> runs) {
    groups =
        List.copyOf(
            runs.stream()
                .collect(
                    Collectors.groupingBy(
                        run -> key(run.configuration()), LinkedHashMap::new, Collectors.toList()))
                .values());
  }

  /** Return the runs of each configuration, in the order of its first run. */
  List<List<RunMetrics>> groups() {
    return groups;
  }

  /** Return the values that identify {@code configuration}, without its seed. */
  static Map<String, String> key(Configuration configuration) {
    Map<String, String> key = new TreeMap<>(configuration.values());
    key.remove(SEED);
    return key;
  }

  /**
   * Return the tie tolerance with the repeatability limit of {@code number} (ISO 5725): t · √2 ·
   * the within-configuration standard deviation, pooled over all repeated configurations.
   */
  public TieTolerance tolerance(ToDoubleFunction<RunMetrics> number, double relative) {
    double squares = 0;
    int degrees = 0;
    for (List<RunMetrics> group : groups) {
      double[] values = group.stream().mapToDouble(number).filter(Double::isFinite).toArray();
      double mean = Arrays.stream(values).average().orElse(0);
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      degrees += Math.max(0, values.length - 1);
    }
    double limit =
        degrees == 0 ? 0 : TailProbabilities.t975(degrees) * Math.sqrt(2 * squares / degrees);
    return new TieTolerance(relative, limit, degrees);
  }
}
