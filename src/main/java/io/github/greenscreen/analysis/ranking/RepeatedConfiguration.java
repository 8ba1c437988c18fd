package io.github.greenscreen.analysis.ranking;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A configuration that was trained several times, with runs that differ only in their seed.
 *
 * @param runs names of its runs, at least two
 * @param configuration configuration of the first run
 * @param accuracy validation accuracy, 0 to 1
 * @param cost energy or time
 * @param efficiency accuracy in percent ÷ cost
 * @param rank rank by mean accuracy among the repeated configurations, from 1; those that cannot be
 *     distinguished from the first of their group share it
 * @param isTied whether the rank is shared
 */
public record RepeatedConfiguration(
    List<String> runs,
    Configuration configuration,
    Spread accuracy,
    Spread cost,
    Spread efficiency,
    int rank,
    boolean isTied) {
  public RepeatedConfiguration {
    runs = List.copyOf(runs);
    Objects.requireNonNull(configuration);
  }

  /**
   * Mean and standard deviation of a metric over the repeats.
   *
   * @param known number of runs with a known value
   * @param mean mean of the known values; NaN if there are none
   * @param deviation standard deviation (n − 1); NaN for fewer than two values
   */
  public record Spread(int known, double mean, double deviation) {
    static Spread of(List<RunMetrics> runs, ToDoubleFunction<RunMetrics> number) {
      double[] values = runs.stream().mapToDouble(number).filter(Double::isFinite).toArray();
      double mean = Arrays.stream(values).average().orElse(Double.NaN);
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      double deviation = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
      return new Spread(values.length, mean, deviation);
    }
  }

  /** Return the rank as text: {@code 3}, or {@code 3=} if it is shared. */
  public String configName() {
    return rank + (isTied ? "=" : "");
  }

  /**
   * Return the configurations of {@code runs} that were trained with several seeds, by mean
   * accuracy, best first. Two means tie if they differ by less than t · s · √(1 ÷ n₁ + 1 ÷ n₂),
   * with the within-configuration standard deviation s pooled over all repeated configurations.
   */
  public static List<RepeatedConfiguration> of(List<RunMetrics> runs, Cost cost) {
    RepeatGroups repeats = new RepeatGroups(runs);
    double limit = repeats.tolerance(RunMetrics::accuracy, 0).absolute();
    List<RepeatedConfiguration> all =
        repeats.groups().stream()
            .filter(RepeatedConfiguration::hasSeveralSeeds)
            .map(group -> unranked(group, cost))
            .filter(group -> group.accuracy.known > 0)
            .sorted(Comparator.comparingDouble(group -> -group.accuracy.mean))
            .toList();
    List<RepeatedConfiguration> ranked = new ArrayList<>();
    for (int first = 0; first < all.size(); ) {
      int end = first + 1;
      while (end < all.size() && all.get(first).ties(all.get(end), limit)) {
        end++;
      }
      for (int i = first; i < end; i++) {
        ranked.add(all.get(i).ranked(first + 1, end - first > 1));
      }
      first = end;
    }
    return ranked;
  }

  private static boolean hasSeveralSeeds(List<RunMetrics> group) {
    return group.stream()
            .flatMap(run -> run.configuration().find("seed").stream())
            .distinct()
            .count()
        > 1;
  }

  private static RepeatedConfiguration unranked(List<RunMetrics> group, Cost cost) {
    return new RepeatedConfiguration(
        group.stream().map(RunMetrics::name).toList(),
        group.get(0).configuration(),
        Spread.of(group, RunMetrics::accuracy),
        Spread.of(group, cost::of),
        Spread.of(group, RunMetrics::efficiency),
        0,
        false);
  }

  /** Return whether both means tie; {@code limit} is that of two single runs, t · √2 · s. */
  private boolean ties(RepeatedConfiguration other, double limit) {
    double difference = Math.abs(accuracy.mean - other.accuracy.mean);
    double size = Math.sqrt((1.0 / accuracy.known + 1.0 / other.accuracy.known) / 2);
    return difference == 0 || difference < limit * size;
  }

  private RepeatedConfiguration ranked(int place, boolean tied) {
    return new RepeatedConfiguration(runs, configuration, accuracy, cost, efficiency, place, tied);
  }
}
