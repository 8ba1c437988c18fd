package io.github.greenscreen.analysis;

import io.github.greenscreen.run.EpochRow;
import java.time.Duration;
import java.util.List;

/**
 * The figure that the study reported as energy: of every row of the log but the first, the power at
 * its moment × time since the row before ÷ 3600, averaged over these rows, {@code post} included.
 * One sample stands for a whole epoch there, and a run of many epochs counts no more than one of
 * few; it is kept to compare with what the study published and ranks nothing.
 */
final class LegacyIntervalEnergy {
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private LegacyIntervalEnergy() {}

  /**
   * Return the mean watt-hours per interval, NaN where a power is missing, the clock ran backwards,
   * there are fewer than two rows, or rows know their own energy and the figure means nothing.
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
