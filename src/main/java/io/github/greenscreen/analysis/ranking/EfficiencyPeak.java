package io.github.greenscreen.analysis.ranking;

import io.github.greenscreen.analysis.metrics.EpochMetrics;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;

/**
 * The point in training at which accuracy per cost is highest, as a median over runs. If it comes
 * after few epochs, at low accuracy, ranking by efficiency rewards training too briefly.
 *
 * @param epoch median epoch, from 0, after which efficiency was highest
 * @param accuracy median validation accuracy at that epoch, 0 to 1
 * @param runs number of runs with a known peak
 */
public record EfficiencyPeak(double epoch, double accuracy, int runs) {

  /** Return the peak over {@code runs}; empty if it is unknown for all of them. */
  static Optional<EfficiencyPeak> of(List<RunMetrics> runs) {
    List<EpochMetrics> known =
        runs.stream().map(RunMetrics::detail).filter(detail -> detail.peakEpoch() >= 0).toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EfficiencyPeak(
                Median.withDefaults()
                    .evaluate(known.stream().mapToDouble(EpochMetrics::peakEpoch).toArray()),
                Median.withDefaults()
                    .evaluate(known.stream().mapToDouble(EpochMetrics::peakAccuracy).toArray()),
                known.size()));
  }
}
