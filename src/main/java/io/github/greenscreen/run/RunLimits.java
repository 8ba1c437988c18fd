package io.github.greenscreen.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * When {@code status.yaml} says that a run shall end early, and what it says of the company that
 * the run has on its device.
 *
 * @param maxPowerW mean power at which to stop it, in watts
 * @param maxSeconds wall time of one attempt at which to stop it
 * @param continuesOnNan whether it trains on where its loss is no number
 * @param shared why its energy cannot be told from that of others, empty where it can
 * @param constraints the most that a metric of the run may be, by name, such as {@code power_W}
 * @param profileSeconds seconds of training after which the run has shown what it is for
 */
public record RunLimits(
    OptionalDouble maxPowerW,
    OptionalDouble maxSeconds,
    boolean continuesOnNan,
    String shared,
    Map<String, Double> constraints,
    OptionalDouble profileSeconds) {
  /** No limit: the run ends where its training does, or diverges. */
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

  /** Ask for nothing of the metrics. */
  public RunLimits(
      OptionalDouble maxPowerW, OptionalDouble maxSeconds, boolean continuesOnNan, String shared) {
    this(maxPowerW, maxSeconds, continuesOnNan, shared, Map.of(), OptionalDouble.empty());
  }

  /** Return what {@code status} says. */
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

  /** Return a copy of a run that has company on its device, in words; empty for none. */
  public RunLimits sharing(String words) {
    return new RunLimits(maxPowerW, maxSeconds, continuesOnNan, words, constraints, profileSeconds);
  }

  /** Return a copy of a run whose metrics may be {@code most} at the most. */
  public RunLimits under(Map<String, Double> most) {
    return new RunLimits(maxPowerW, maxSeconds, continuesOnNan, shared, most, profileSeconds);
  }

  /** Return a copy of a run that shows power and memory for {@code seconds}, and nothing else. */
  public RunLimits profiling(double seconds) {
    OptionalDouble time = OptionalDouble.of(seconds);
    return new RunLimits(maxPowerW, maxSeconds, continuesOnNan, shared, Map.of(), time);
  }

  /** Return the most that {@code metric} may be. */
  public OptionalDouble most(String metric) {
    Double most = constraints.get(metric);
    return most == null ? OptionalDouble.empty() : OptionalDouble.of(most);
  }

  /** Return the facts for {@code status.yaml}; what is not asked for is left out. */
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
