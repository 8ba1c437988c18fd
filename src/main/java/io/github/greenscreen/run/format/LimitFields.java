package io.github.greenscreen.run.format;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.run.model.RunLimits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads and writes the limits of a run among the entries of {@code status.yaml}. */
public final class LimitFields {
  private static final String MAX_POWER = "max_power_W";
  private static final String MAX_TIME = "max_run_time_s";
  private static final String ON_NAN = "on_nan";
  private static final String CONTINUE = "continue";
  private static final String SHARED = "power_shared";
  private static final String CONSTRAINT = "constraint_";
  private static final String PROFILE = "profile_s";

  private LimitFields() {}

  /** Return the entries of {@code limits}; limits that are not set are left out. */
  public static Map<String, String> format(RunLimits limits) {
    Map<String, String> entries = new LinkedHashMap<>();
    limits.maxPowerW().ifPresent(watts -> entries.put(MAX_POWER, CsvNumberFormat.compact(watts)));
    limits.maxSeconds().ifPresent(time -> entries.put(MAX_TIME, CsvNumberFormat.compact(time)));
    if (limits.continuesOnNan()) {
      entries.put(ON_NAN, CONTINUE);
    }
    if (!limits.shared().isEmpty()) {
      entries.put(SHARED, limits.shared());
    }
    limits
        .constraints()
        .forEach(
            (metric, most) -> entries.put(CONSTRAINT + metric, CsvNumberFormat.significant(most)));
    limits.profileSeconds().ifPresent(time -> entries.put(PROFILE, CsvNumberFormat.compact(time)));
    return entries;
  }

  /** Remove the limits from {@code entries} and return them. */
  static RunLimits take(Map<String, String> entries) {
    return new RunLimits(
        EntryReader.number(entries, MAX_POWER),
        EntryReader.number(entries, MAX_TIME),
        EntryReader.text(entries, ON_NAN).equals(CONTINUE),
        EntryReader.text(entries, SHARED),
        constraints(entries),
        EntryReader.number(entries, PROFILE));
  }

  private static Map<String, Double> constraints(Map<String, String> entries) {
    Map<String, Double> constraints = new LinkedHashMap<>();
    for (String name : entries.keySet().stream().filter(n -> n.startsWith(CONSTRAINT)).toList()) {
      OptionalDouble most = EntryReader.number(entries, name);
      most.ifPresent(value -> constraints.put(name.substring(CONSTRAINT.length()), value));
    }
    return constraints;
  }
}
