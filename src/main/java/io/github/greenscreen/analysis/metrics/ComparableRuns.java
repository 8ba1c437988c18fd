package io.github.greenscreen.analysis.metrics;

import io.github.greenscreen.power.PowerSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The runs whose energies are comparable, because their power has the same source: the measured
 * runs if any exist, else those of the most frequent source. A regression over several sources
 * would find effects of the meter.
 *
 * @param source power source of these runs; {@link PowerSource#NONE} if no energy is known
 * @param runs runs of this source, and runs without a known energy
 * @param left runs whose energy has another source
 */
public record ComparableRuns(PowerSource source, List<RunMetrics> runs, List<RunMetrics> left) {
  public ComparableRuns {
    Objects.requireNonNull(source);
    runs = List.copyOf(runs);
    left = List.copyOf(left);
  }

  /** Select the comparable runs among {@code runs}. */
  public static ComparableRuns of(List<RunMetrics> runs) {
    Map<PowerSource, Long> counts = counts(runs);
    PowerSource source =
        counts.containsKey(PowerSource.MEASURED)
            ? PowerSource.MEASURED
            : counts.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(PowerSource.NONE);
    Map<Boolean, List<RunMetrics>> parted =
        runs.stream()
            .collect(
                Collectors.partitioningBy(run -> !run.hasEnergy() || run.powerSource() == source));
    return new ComparableRuns(source, parted.get(true), parted.get(false));
  }

  /** Return the number of {@code runs} with a known energy, by power source. */
  public static Map<PowerSource, Long> counts(List<RunMetrics> runs) {
    return runs.stream()
        .filter(RunMetrics::hasEnergy)
        .collect(
            Collectors.groupingBy(
                RunMetrics::powerSource,
                () -> new EnumMap<>(PowerSource.class),
                Collectors.counting()));
  }

  /**
   * Return the source with a trailing space, such as {@code "measured "}, if other runs are
   * excluded; otherwise an empty string.
   */
  public String adjective() {
    return left.isEmpty() ? "" : source.configName() + " ";
  }
}
