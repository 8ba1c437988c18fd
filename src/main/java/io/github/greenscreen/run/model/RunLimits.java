package io.github.greenscreen.run.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The limits of a run in {@code status.yaml}, and whether it shares its device.
 *
 * @param maxPowerW mean power at which to stop the run, in watts
 * @param maxSeconds wall time of one attempt at which to stop the run
 * @param continuesOnNan whether training continues if the loss is NaN or infinite
 * @param shared why its energy cannot be told from that of other runs, empty if it can
 * @param constraints upper bounds by metric, such as {@code power_W}
 * @param profileSeconds seconds of training after which a profiling run ends
 */
public record RunLimits(
    OptionalDouble maxPowerW,
    OptionalDouble maxSeconds,
    boolean continuesOnNan,
    String shared,
    Map<String, Double> constraints,
    OptionalDouble profileSeconds) {
  /** No limits: the run ends when its training is complete, or diverges. */
  public static final RunLimits NONE =
      new RunLimits(OptionalDouble.empty(), OptionalDouble.empty(), false, "");

  public RunLimits {
    Objects.requireNonNull(maxPowerW);
    Objects.requireNonNull(maxSeconds);
    Objects.requireNonNull(shared);
    Objects.requireNonNull(profileSeconds);
    constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
  }

  /** Create limits without constraints on metrics. */
  public RunLimits(
      OptionalDouble maxPowerW, OptionalDouble maxSeconds, boolean continuesOnNan, String shared) {
    this(maxPowerW, maxSeconds, continuesOnNan, shared, Map.of(), OptionalDouble.empty());
  }

  /**
   * Return a copy for a run that shares its device, as {@code words} describes; empty if it does
   * not.
   */
  public RunLimits sharing(String words) {
    return new RunLimits(maxPowerW, maxSeconds, continuesOnNan, words, constraints, profileSeconds);
  }

  /** Return a copy with the upper bounds {@code most} of metrics. */
  public RunLimits under(Map<String, Double> most) {
    return new RunLimits(maxPowerW, maxSeconds, continuesOnNan, shared, most, profileSeconds);
  }

  /**
   * Return a copy for a run that measures power and memory for {@code seconds}, and nothing else.
   */
  public RunLimits profiling(double seconds) {
    OptionalDouble time = OptionalDouble.of(seconds);
    return new RunLimits(maxPowerW, maxSeconds, continuesOnNan, shared, Map.of(), time);
  }

  /** Return the upper bound of {@code metric}. */
  public OptionalDouble most(String metric) {
    Double most = constraints.get(metric);
    return most == null ? OptionalDouble.empty() : OptionalDouble.of(most);
  }
}
