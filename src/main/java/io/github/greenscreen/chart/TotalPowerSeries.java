package io.github.greenscreen.chart;

import io.github.greenscreen.power.PowerSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The total power of all devices of a run over time. If a device is silent for more than five
 * median sampling periods, the total is unknown and the line has a gap. Immutable.
 */
public final class TotalPowerSeries {
  private static final int LONGEST_BRIDGE = 5;
  private static final long SHORTEST_PERIOD = 1000;

  private final List<Point> points;

  private TotalPowerSeries(List<Point> points) {
    this.points = List.copyOf(points);
  }

  /**
   * The total power at one moment.
   *
   * @param millis milliseconds since 1970
   * @param watts power of all devices; NaN if unknown
   */
  record Point(long millis, double watts) {}

  /**
   * Sum {@code samples}, which may be in any order; devices that never reported power are ignored.
   */
  public static TotalPowerSeries of(List<PowerSample> samples) {
    List<PowerSample> known =
        samples.stream()
            .filter(sample -> Double.isFinite(sample.powerW()))
            .sorted(Comparator.comparingLong(PowerSample::timeMillis))
            .toList();
    long devices = known.stream().map(PowerSample::device).distinct().count();
    long bridge = LONGEST_BRIDGE * period(known, devices);
    Map<String, PowerSample> last = new HashMap<>();
    List<Point> points = new ArrayList<>();
    long before = Long.MIN_VALUE;
    for (PowerSample sample : known) {
      long now = sample.timeMillis();
      if (!points.isEmpty() && now - before > bridge) {
        points.add(new Point(before + 1, Double.NaN));
      }
      last.put(sample.device(), sample);
      if (last.size() == devices) {
        boolean silent = last.values().stream().anyMatch(s -> now - s.timeMillis() > bridge);
        double sum = last.values().stream().mapToDouble(PowerSample::powerW).sum();
        points.add(new Point(now, silent ? Double.NaN : sum));
        before = now;
      }
    }
    return new TotalPowerSeries(points);
  }

  /** Return the median time between samples of a device in milliseconds, at least one second. */
  private static long period(List<PowerSample> known, long devices) {
    long[] steps = new long[Math.max(0, known.size() - (int) devices)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = known.get(i + (int) devices).timeMillis() - known.get(i).timeMillis();
    }
    Arrays.sort(steps);
    return steps.length == 0 ? SHORTEST_PERIOD : Math.max(SHORTEST_PERIOD, steps[steps.length / 2]);
  }

  /** Return whether no total is known. */
  public boolean isEmpty() {
    return points.stream().noneMatch(point -> Double.isFinite(point.watts()));
  }

  /** Return the highest power in watts; 0 if none is known. */
  public double highest() {
    return points.stream().mapToDouble(Point::watts).filter(Double::isFinite).max().orElse(0);
  }

  /** Return the time of the first sample, in milliseconds since 1970. */
  public long fromMillis() {
    return points.get(0).millis();
  }

  /** Return the time of the last sample, in milliseconds since 1970. */
  public long toMillis() {
    return points.get(points.size() - 1).millis();
  }

  List<Point> points() {
    return points;
  }

  /**
   * Return a series downsampled to the minimum and maximum of each of {@code columns} equal time
   * intervals, in their original order, so that no peak is lost. An interval with a gap also gets
   * one gap point.
   */
  TotalPowerSeries thinned(int columns) {
    if (points.size() <= 2 * columns) {
      return this;
    }
    double width = (toMillis() - fromMillis() + 1.0) / columns;
    List<Point> kept = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= points.size(); i++) {
      if (i == points.size() || column(i, width) != column(begin, width)) {
        extremes(points.subList(begin, i), kept);
        begin = i;
      }
    }
    return new TotalPowerSeries(kept);
  }

  private int column(int point, double width) {
    return (int) ((points.get(point).millis() - fromMillis()) / width);
  }

  private static void extremes(List<Point> column, List<Point> kept) {
    List<Point> known = column.stream().filter(point -> Double.isFinite(point.watts())).toList();
    if (known.size() < column.size()) {
      kept.add(new Point(column.get(0).millis(), Double.NaN));
    }
    known.stream()
        .min(Comparator.comparingDouble(Point::watts))
        .ifPresent(
            low -> {
              Point high = known.stream().max(Comparator.comparingDouble(Point::watts)).orElse(low);
              boolean rising = low.millis() <= high.millis();
              kept.add(rising ? low : high);
              if (!low.equals(high)) {
                kept.add(rising ? high : low);
              }
            });
  }
}
