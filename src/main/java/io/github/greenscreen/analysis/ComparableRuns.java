package io.github.greenscreen.analysis;

import io.github.greenscreen.power.PowerSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The runs whose energies may be put into one regression and one recommendation, because their
 * power comes from the same source: the measured ones where there are any, else those of the source
 * that most runs have. A regression over several sources would find effects of the meter.
 *
 * @param source where the power of all these runs comes from; none where no energy is known
 * @param runs these runs, and those whose energy is not known
 * @param left the runs whose energy comes from another source
 */
public record ComparableRuns(PowerSource source, List<RunMetrics> runs, List<RunMetrics> left) {
  public ComparableRuns {
    Objects.requireNonNull(source);
    runs = List.copyOf(runs);
    left = List.copyOf(left);
  }

  /** Choose among {@code runs}. */
  static ComparableRuns of(List<RunMetrics> runs) {
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

  /** Return how many of {@code runs} have an energy of each source. */
  static Map<PowerSource, Long> counts(List<RunMetrics> runs) {
    return runs.stream()
        .filter(RunMetrics::hasEnergy)
        .collect(
            Collectors.groupingBy(
                RunMetrics::powerSource,
                () -> new EnumMap<>(PowerSource.class),
                Collectors.counting()));
  }

  /** Return {@code measured} with a blank behind it where other runs are left out, else nothing. */
  public String adjective() {
    return left.isEmpty() ? "" : source.spelling() + " ";
  }
}
