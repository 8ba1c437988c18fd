package io.github.greenscreen.run.model;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.power.MeterFacts;
import io.github.greenscreen.power.PowerSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Machine, software, engine, and power meter of a run. Engines and meters add entries of their own,
 * which are recorded and shown but not interpreted; those with a meaning have a method here.
 * Immutable.
 *
 * @param entries values by the keys of {@code status.yaml}, in the order they were found
 */
public record RunEnvironment(Map<String, String> entries) {
  /** An environment that was not recorded, as in folders of the study. */
  public static final RunEnvironment NONE = new RunEnvironment(Map.of());

  public RunEnvironment {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** Return a copy that also has {@code more}, which replaces earlier entries. */
  public RunEnvironment with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(entries);
    all.putAll(more);
    return new RunEnvironment(all);
  }

  /** Return the value of {@code key}, or an empty string if it was not recorded. */
  public String text(String key) {
    return entries.getOrDefault(key, "");
  }

  /** Return the number under {@code key}, or NaN if it was not recorded or is none. */
  public double number(String key) {
    return CsvNumberFormat.parse(text(key)).orElse(Double.NaN);
  }

  /** Return the name of the machine, or an empty string. */
  public String host() {
    return text("host");
  }

  /** Return the name of the device that trained, or an empty string. */
  public String device() {
    return text("device");
  }

  /** Return the identity of the GPU that trained, or an empty string. */
  public String deviceUuid() {
    return text("device_uuid");
  }

  /** Return the power meter, {@code none} if none answered, or an empty string. */
  public String meter() {
    return text("meter");
  }

  /** Return other processes that used the metered GPUs, or an empty string. */
  public String sharedWith() {
    return text(MeterFacts.SHARED);
  }

  /** Return the source of the power; {@link PowerSource#NONE} if it was not recorded. */
  public PowerSource powerSource() {
    Optional<PowerSource> recorded = PowerSource.find(text(MeterFacts.SOURCE));
    if (recorded.isPresent()) {
      return recorded.get();
    }
    if (text(MeterFacts.ESTIMATED).equals("true")) {
      return meter().contains("+") ? PowerSource.MIXED : PowerSource.ESTIMATED;
    }
    return entries.containsKey(MeterFacts.REPLAYED) ? PowerSource.REPLAYED : PowerSource.NONE;
  }
}
