package io.github.greenscreen.chart;

/**
 * Equal intervals and how many values fall into each.
 *
 * @param low lower end of the first interval
 * @param width width of each, above 0
 * @param counts values in each; the upper end belongs to the last
 */
@SuppressWarnings("ArrayRecordComponent") // lives only while one chart is drawn
record Bins(double low, double width, int[] counts) {
  private static final int FEWEST = 12;
  private static final int MOST = 30;

  /**
   * Count {@code sorted}, finite and ascending, in intervals as wide as Freedman and Diaconis
   * (1981) advise, but no fewer than 12 and no more than 30; one interval where all values are
   * equal.
   */
  static Bins of(double[] sorted) {
    if (sorted.length == 0) {
      return new Bins(0, 1, new int[1]);
    }
    double low = sorted[0];
    double range = sorted[sorted.length - 1] - low;
    if (range <= Math.ulp(low) * MOST) {
      double width = low == 0 ? 1 : Math.abs(low) / 10;
      return new Bins(low - width / 2, width, new int[] {sorted.length});
    }
    double spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    double advised = 2 * spread / Math.cbrt(sorted.length);
    int number = advised > 0 ? (int) Math.min(MOST, Math.ceil(range / advised)) : MOST;
    number = Math.max(FEWEST, number);
    int[] counts = new int[number];
    for (double value : sorted) {
      counts[Math.min(number - 1, (int) ((value - low) / range * number))]++;
    }
    return new Bins(low, range / number, counts);
  }

  /** Return the largest count, at least 1. */
  int highest() {
    int highest = 1;
    for (int count : counts) {
      highest = Math.max(highest, count);
    }
    return highest;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
