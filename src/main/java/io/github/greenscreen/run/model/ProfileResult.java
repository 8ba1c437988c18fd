package io.github.greenscreen.run.model;

import io.github.greenscreen.format.CsvNumberFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Power and memory in the first seconds of a training.
 *
 * @param powerW mean power in watts, NaN if no meter answered
 * @param gpuMemoryMiB highest memory in use on any GPU in MiB, NaN if no meter reported it
 */
public record ProfileResult(double powerW, double gpuMemoryMiB) {
  private static final String POWER = "profile_power_W";
  private static final String MEMORY = "profile_gpu_memory_MiB";

  /** Return the values in {@code status}; NaN for those it does not have. */
  public static ProfileResult of(RunStatus status) {
    return new ProfileResult(number(status, POWER), number(status, MEMORY));
  }

  /** Return the entries for {@code status.yaml}; unknown values are left out. */
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
