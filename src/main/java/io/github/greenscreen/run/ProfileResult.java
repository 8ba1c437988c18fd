package io.github.greenscreen.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the first seconds of a training showed.
 *
 * @param powerW mean power in watts, NaN where no meter answered
 * @param gpuMemoryMiB most memory in use on any GPU, NaN where no meter told
 */
public record ProfileResult(double powerW, double gpuMemoryMiB) {
  private static final String POWER = "profile_power_W";
  private static final String MEMORY = "profile_gpu_memory_MiB";

  /** Return what {@code status} says; NaN where it says nothing. */
  public static ProfileResult of(RunStatus status) {
    return new ProfileResult(number(status, POWER), number(status, MEMORY));
  }

  /** Return the facts for {@code status.yaml}; what is unknown is left out. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = new LinkedHashMap<>();
    if (Double.isFinite(powerW)) {
      facts.put(POWER, CsvNumberFormat.significant(powerW));
    }
    if (Double.isFinite(gpuMemoryMiB)) {
      facts.put(MEMORY, CsvNumberFormat.significant(gpuMemoryMiB));
    }
    return facts;
  }

  private static double number(RunStatus status, String name) {
    return CsvNumberFormat.parse(status.facts().getOrDefault(name, "")).orElse(Double.NaN);
  }
}
