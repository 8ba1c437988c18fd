package io.github.greenscreen.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where accuracy per cost is highest while runs train. Where that is after few epochs, at little
 * accuracy, it rewards giving up.
 *
 * @param epoch median of the epochs, from 0, after which it was highest
 * @param accuracy median of the validation accuracies there, 0 to 1
 * @param runs of how many runs it is known
 */
public record EfficiencyPeak(double epoch, double accuracy, int runs) {

  /** Look at all {@code runs}; empty where it is known of none. */
  static Optional<EfficiencyPeak> of(List<RunMetrics> runs) {
    List<EpochMetrics> known =
        runs.stream().map(RunMetrics::detail).filter(detail -> detail.peakEpoch() >= 0).toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EfficiencyPeak(
                median(known.stream().mapToDouble(EpochMetrics::peakEpoch).toArray()),
                median(known.stream().mapToDouble(EpochMetrics::peakAccuracy).toArray()),
                known.size()));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
