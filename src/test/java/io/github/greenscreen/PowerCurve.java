package io.github.greenscreen;

import com.google.errorprone.annotations.Immutable;

/**
 * A power over time whose energy is known: level at first, from its beginning on a base that may
 * rise, and something extra in the first part of every period.
 *
 * @param idle power before the beginning in mW
 * @param base power at the beginning in mW
 * @param slope by how much the base rises, in mW per ms, which is W per s
 * @param extra what comes upon it at the begin of every period, in mW
 * @param period length of a period in ms, above zero
 * @param width how long the extra power lasts in ms, at most a period
 */
@Immutable
public record PowerCurve(int idle, int base, int slope, int extra, int period, int width) {

  /** Return a power that jumps from idle to another level, both in W. */
  public static PowerCurve constant(int idleW, int watts) {
    return new PowerCurve(1000 * idleW, 1000 * watts, 0, 0, 1, 1);
  }

  /** Return a power that rises by {@code slope} W per s. */
  public static PowerCurve ramp(int idleW, int fromW, int slope) {
    return new PowerCurve(1000 * idleW, 1000 * fromW, slope, 0, 1, 1);
  }

  /** Return a power that is high, then low, for half of {@code period} ms each. */
  public static PowerCurve square(int idleW, int lowW, int highW, int period) {
    return spikes(idleW, lowW, highW, period, period / 2);
  }

  /** Return a power that is high for {@code width} ms of every {@code period} ms. */
  public static PowerCurve spikes(int idleW, int lowW, int highW, int period, int width) {
    return new PowerCurve(1000 * idleW, 1000 * lowW, 0, 1000 * (highW - lowW), period, width);
  }

  /** Return the energy in joules between two moments, in ms since the beginning, not before it. */
  public double joules(double fromMillis, double toMillis) {
    return joules(toMillis) - joules(fromMillis);
  }

  private double joules(double millis) {
    double periods = Math.floor(millis / period);
    double extraMillis = periods * width + Math.min(millis - periods * period, width);
    return (base * millis + slope * millis * millis / 2 + extra * extraMillis) / 1e6;
  }
}
