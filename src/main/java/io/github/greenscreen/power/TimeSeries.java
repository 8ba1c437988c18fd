package io.github.greenscreen.power;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * One quantity of one device over time: the measured values only, in ascending order of time, one
 * value per moment.
 */
@SuppressWarnings("ArrayRecordComponent") // created and read in this class only
record TimeSeries(long[] times, double[] values) {
  /**
   * The integral of the curve over a window.
   *
   * @param area value × milliseconds over the covered time
   * @param coveredMillis time in which the curve is known
   * @param sampledMillis part of it that the samples support; an interval of more than one and a
   *     half periods, in which samples must have been lost, counts as one period
   * @param gaps number of intervals in which the curve is unknown
   * @param longestGapMillis the longest of them
   */
  record Integral(
      double area, long coveredMillis, double sampledMillis, int gaps, long longestGapMillis) {
    private static final Integral NOTHING = new Integral(0, 0, 0, 0, 0);

    private Integral with(double moreArea, long millis, double share) {
      return new Integral(
          area + moreArea,
          coveredMillis + millis,
          sampledMillis + share * millis,
          gaps,
          longestGapMillis);
    }

    private Integral withGap(long millis) {
      return new Integral(
          area, coveredMillis, sampledMillis, gaps + 1, Math.max(longestGapMillis, millis));
    }

    /** Return the mean value over the covered time, or NaN if nothing is covered. */
    double mean() {
      return coveredMillis == 0 ? Double.NaN : area / coveredMillis;
    }
  }

  /**
   * The permitted distances of samples.
   *
   * @param periodMillis nominal distance
   * @param longestMillis the longest interval that is bridged
   * @param lagMillis how much longer the last value is held, because a new sample may be this old
   */
  record Limits(long periodMillis, long longestMillis, long lagMillis) {
    boolean isGap(long stretch) {
      return stretch > longestMillis;
    }

    /**
     * Return the share of an interval that its samples support; up to 1.5 periods, no sample is
     * lost.
     */
    double share(long stretch) {
      return 2 * stretch <= 3 * periodMillis ? 1 : (double) periodMillis / stretch;
    }
  }

  /** Extract one quantity from {@code samples} of one device, without NaN and infinities. */
  static TimeSeries of(List<PowerSample> samples, ToDoubleFunction<PowerSample> quantity) {
    return of(samples, PowerSample::timeMillis, quantity);
  }

  /** Extract a quantity that was read at {@code time}. */
  static TimeSeries of(
      List<PowerSample> samples,
      ToLongFunction<PowerSample> time,
      ToDoubleFunction<PowerSample> quantity) {
    List<PowerSample> known =
        samples.stream()
            .filter(sample -> Double.isFinite(quantity.applyAsDouble(sample)))
            .sorted(Comparator.comparingLong(time))
            .toList();
    long[] times = new long[known.size()];
    double[] values = new double[known.size()];
    int count = 0;
    for (PowerSample sample : known) {
      long millis = time.applyAsLong(sample);
      count -= count > 0 && times[count - 1] == millis ? 1 : 0;
      times[count] = millis;
      values[count++] = quantity.applyAsDouble(sample);
    }
    return new TimeSeries(Arrays.copyOf(times, count), Arrays.copyOf(values, count));
  }

  boolean isEmpty() {
    return times.length == 0;
  }

  /**
   * Integrate from {@code from} to {@code to} by trapezoids between adjacent samples, with the
   * edges of the window interpolated. Before the first and after the last sample, the curve is
   * constant. An interval between two samples, or between a sample and an edge beyond it, that
   * exceeds {@code limits} is a gap; the last interval may be longer by their lag.
   */
  Integral integrate(long from, long to, Limits limits) {
    if (isEmpty()) {
      return Integral.NOTHING.withGap(to - from);
    }
    int last = times.length - 1;
    Integral sum = held(Integral.NOTHING, from, Math.min(to, times[0]), limits, times[0] - from, 0);
    for (int i = Math.max(0, before(from)); i < last && times[i] < to; i++) {
      sum = piece(sum, i, Math.max(from, times[i]), Math.min(to, times[i + 1]), limits);
    }
    long age = Math.max(1, to - times[last] - limits.lagMillis());
    return held(sum, Math.max(from, times[last]), to, limits, age, last);
  }

  /**
   * Return the last value at or before {@code moment} and not older than {@code oldest}, or NaN.
   */
  double lastAt(long moment, long oldest) {
    int index = before(moment);
    return index < 0 || times[index] < oldest ? Double.NaN : values[index];
  }

  /**
   * Return the interpolated value at {@code moment}; NaN before the first sample, after the last
   * one, and between two samples that {@code limits} treat as a gap.
   */
  double at(long moment, Limits limits) {
    int index = before(moment);
    if (index >= 0 && times[index] == moment) {
      return values[index];
    }
    boolean known =
        index >= 0 && index + 1 < times.length && !limits.isGap(times[index + 1] - times[index]);
    return known ? value(index, moment) : Double.NaN;
  }

  /**
   * Return the value at {@code moment} that {@link #integrate} assumes: interpolated, or held
   * before the first and after the last sample; NaN in a gap.
   */
  double assumedAt(long moment, Limits limits) {
    if (isEmpty()) {
      return Double.NaN;
    }
    int last = times.length - 1;
    if (moment < times[0]) {
      return limits.isGap(times[0] - moment) ? Double.NaN : values[0];
    }
    if (moment > times[last]) {
      boolean gap = limits.isGap(moment - times[last] - limits.lagMillis());
      return gap ? Double.NaN : values[last];
    }
    return at(moment, limits);
  }

  /**
   * Return whether a value is less than the previous one, in an interval that overlaps the window.
   */
  boolean falls(long from, long to) {
    for (int i = Math.max(0, before(from)); i + 1 < times.length && times[i] < to; i++) {
      if (values[i + 1] < values[i]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Return the longest time without a change of the value, among intervals that overlap the window.
   */
  long longestStill(long from, long to) {
    long longest = 0;
    int first = Math.max(0, before(from));
    for (int i = first; i + 1 < times.length && times[i] < to; i++) {
      if (values[i + 1] != values[first]) {
        first = i + 1;
      }
      longest = Math.max(longest, times[i + 1] - times[first]);
    }
    return longest;
  }

  /** Return the largest value measured from {@code from} to {@code to}, or NaN. */
  double largest(long from, long to) {
    double largest = Double.NaN;
    for (int i = before(to); i >= 0 && times[i] >= from; i--) {
      largest = Double.isNaN(largest) ? values[i] : Math.max(largest, values[i]);
    }
    return largest;
  }

  private Integral held(Integral sum, long from, long to, Limits limits, long stretch, int index) {
    if (to <= from) {
      return sum;
    }
    return limits.isGap(stretch)
        ? sum.withGap(to - from)
        : sum.with(values[index] * (to - from), to - from, limits.share(stretch));
  }

  private Integral piece(Integral sum, int index, long from, long to, Limits limits) {
    if (to <= from) {
      return sum;
    }
    long stretch = times[index + 1] - times[index];
    if (limits.isGap(stretch)) {
      return sum.withGap(to - from);
    }
    double area = (value(index, from) + value(index, to)) / 2 * (to - from);
    return sum.with(area, to - from, limits.share(stretch));
  }

  /** Interpolate between sample {@code index} and the next one. */
  private double value(int index, long moment) {
    double share = (double) (moment - times[index]) / (times[index + 1] - times[index]);
    return values[index] + share * (values[index + 1] - values[index]);
  }

  /** Return the index of the last sample at or before {@code moment}, or −1. */
  private int before(long moment) {
    int index = Arrays.binarySearch(times, moment);
    return index >= 0 ? index : -index - 2;
  }
}
