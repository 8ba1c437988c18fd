package io.github.greenscreen.run.model;

import io.github.greenscreen.format.CsvNumberFormat;
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

  private static final String MAX_POWER = "max_power_W";
  private static final String MAX_TIME = "max_run_time_s";
  private static final String ON_NAN = "on_nan";
  private static final String CONTINUE = "continue";
  private static final String SHARED = "power_shared";
  private static final String PROFILE = "profile_s";
  private static final String CONSTRAINT = "constraint_";

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

  /** Return the limits in {@code status}. */
  public static RunLimits of(RunStatus status) {
    Map<String, String> facts = status.facts();
    return new RunLimits(
        number(facts, MAX_POWER),
        number(facts, MAX_TIME),
        CONTINUE.equals(facts.get(ON_NAN)),
        facts.getOrDefault(SHARED, ""),
        constraints(facts),
        number(facts, PROFILE));
  }

  private static Map<String, Double> constraints(Map<String, String> facts) {
    Map<String, Double> constraints = new LinkedHashMap<>();
    for (String name : facts.keySet()) {
      OptionalDouble most =
          name.startsWith(CONSTRAINT) ? number(facts, name) : OptionalDouble.empty();
      most.ifPresent(value -> constraints.put(name.substring(CONSTRAINT.length()), value));
    }
    return constraints;
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

  /** Return the entries for {@code status.yaml}; limits that are not set are left out. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = new LinkedHashMap<>();
    maxPowerW.ifPresent(watts -> facts.put(MAX_POWER, CsvNumberFormat.compact(watts)));
    maxSeconds.ifPresent(seconds -> facts.put(MAX_TIME, CsvNumberFormat.compact(seconds)));
    if (continuesOnNan) {
      facts.put(ON_NAN, CONTINUE);
    }
    if (!shared.isEmpty()) {
      facts.put(SHARED, shared);
    }
    constraints.forEach(
        (metric, most) -> facts.put(CONSTRAINT + metric, CsvNumberFormat.significant(most)));
    profileSeconds.ifPresent(seconds -> facts.put(PROFILE, CsvNumberFormat.compact(seconds)));
    return facts;
  }

  private static OptionalDouble number(Map<String, String> facts, String name) {
    double value = CsvNumberFormat.parse(facts.getOrDefault(name, "")).orElse(Double.NaN);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
