package io.github.greenscreen.analysis.metrics;

import io.github.greenscreen.run.model.EpochRow;
import java.time.Duration;
import java.util.List;

/**
 * Computes the energy figure that the study published: for each row of the log but the first, power
 * at that moment × time since the previous row ÷ 3600, averaged over these rows, {@code post}
 * included. One sample stands for a whole epoch, and the mean ignores the number of epochs, so the
 * figure is not used for ranking; it only allows comparison with the published results.
 */
final class LegacyIntervalEnergy {
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private LegacyIntervalEnergy() {}

  /**
   * Return the mean watt-hours per interval. The result is NaN if a power is missing, the clock ran
   * backwards, there are fewer than two rows, or rows record their own energy, which makes the
   * figure meaningless.
   */
  static double meanWh(List<EpochRow> rows) {
    if (rows.size() < 2 || rows.stream().anyMatch(row -> !Double.isNaN(row.epochSeconds()))) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 1; i < rows.size(); i++) {
      long millis = Duration.between(rows.get(i - 1).time(), rows.get(i).time()).toMillis();
      sum += millis < 0 ? Double.NaN : rows.get(i).gpuPowerW() * millis / MILLIS_PER_HOUR;
    }
    return sum / (rows.size() - 1);
  }
}
