package io.github.greenscreen.chart;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.power.TotalPower;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The total power of all devices of a run over time, with a gap where it is unknown. Immutable. */
public final class TotalPowerSeries {
  private final List<TotalPower> points;

  private TotalPowerSeries(List<TotalPower> points) {
    this.points = List.copyOf(points);
  }

  /** Sum {@code samples}, which may be in any order, as {@link PowerTrace} does for the energy. */
  public static TotalPowerSeries of(List<PowerSample> samples) {
    return new TotalPowerSeries(PowerTrace.of(samples).total());
  }

  /** Return whether no total is known. */
  public boolean isEmpty() {
    return points.stream().noneMatch(point -> Double.isFinite(point.watts()));
  }

  /** Return the highest power in watts; 0 if none is known. */
  public double highest() {
    return points.stream().mapToDouble(TotalPower::watts).filter(Double::isFinite).max().orElse(0);
  }

  /** Return the time of the first sample, in milliseconds since 1970. */
  public long fromMillis() {
    return points.get(0).millis();
  }

  /** Return the time of the last sample, in milliseconds since 1970. */
  public long toMillis() {
    return points.get(points.size() - 1).millis();
  }

  List<TotalPower> points() {
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
    List<TotalPower> kept = new ArrayList<>();
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

  private static void extremes(List<TotalPower> column, List<TotalPower> kept) {
    List<TotalPower> known =
        column.stream().filter(point -> Double.isFinite(point.watts())).toList();
    if (known.size() < column.size()) {
      kept.add(new TotalPower(column.get(0).millis(), Double.NaN));
    }
    known.stream()
        .min(Comparator.comparingDouble(TotalPower::watts))
        .ifPresent(
            low -> {
              TotalPower high =
                  known.stream().max(Comparator.comparingDouble(TotalPower::watts)).orElse(low);
              boolean rising = low.millis() <= high.millis();
              kept.add(rising ? low : high);
              if (!low.equals(high)) {
                kept.add(rising ? high : low);
              }
            });
  }
}
