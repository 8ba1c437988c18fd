package io.github.greenscreen.analysis;

import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A configuration that was trained several times: its runs differ in their seed alone.
 *
 * @param runs names of its runs, at least two
 * @param configuration that of the first of them
 * @param accuracy validation accuracy, 0 to 1
 * @param cost energy or time
 * @param efficiency accuracy in percent ÷ cost
 * @param rank its rank by mean accuracy among the configurations that were repeated, from 1; those
 *     that cannot be told apart from the first of them share it
 * @param isTied whether it shares its rank
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
   * One number of several runs.
   *
   * @param known how many of them know it
   * @param mean their mean; NaN where none does
   * @param deviation their standard deviation (n − 1); NaN where fewer than two do
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

  /** Return the rank for people: {@code 3}, or {@code 3=} where it is shared. */
  public String spelling() {
    return rank + (isTied ? "=" : "");
  }

  /**
   * Return the configurations of {@code runs} that were trained with several seeds, those of the
   * highest mean accuracy first. Two means tie where they are closer than t · s · √(1 ÷ n₁ + 1 ÷
   * n₂), s being the standard deviation within configurations, pooled over all that were repeated.
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
    return group.stream().map(run -> run.configuration().find("seed")).distinct().count() > 1;
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

  /** {@code limit} is that of two single runs, t · √2 · s. */
  private boolean ties(RepeatedConfiguration other, double limit) {
    double difference = Math.abs(accuracy.mean - other.accuracy.mean);
    double size = Math.sqrt((1.0 / accuracy.known + 1.0 / other.accuracy.known) / 2);
    return difference == 0 || difference < limit * size;
  }

  private RepeatedConfiguration ranked(int place, boolean tied) {
    return new RepeatedConfiguration(runs, configuration, accuracy, cost, efficiency, place, tied);
  }
}
