package io.github.greenscreen.training.energy;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Totals of the power samples over some intervals.
 *
 * @param seconds total length of the intervals
 * @param coveredSeconds part of that time in which the power is known
 * @param sampledSeconds part of that time that samples cover
 * @param measuredWh energy of the covered part in watt-hours; NaN if nothing is known
 * @param bridgedWh energy of the whole time, with gaps bridged; NaN if nothing is known
 * @param gaps number of intervals without power
 * @param longestGapSeconds length of the longest gap
 * @param samples number of power samples
 * @param failedReads number of readings without power
 * @param repeatedWh part of {@code bridgedWh} spent on training that was lost; 0 for none
 * @param silent devices that never reported their power, joined by commas
 */
public record EnergyTotals(
    double seconds,
    double coveredSeconds,
    double sampledSeconds,
    double measuredWh,
    double bridgedWh,
    int gaps,
    double longestGapSeconds,
    int samples,
    int failedReads,
    double repeatedWh,
    String silent) {
  public static final EnergyTotals NONE =
      new EnergyTotals(0, 0, 0, Double.NaN, Double.NaN, 0, 0, 0, 0, 0, "");

  private static final String SILENT = "silent";

  /** Return the share of the time that samples cover, from 0 to 1; NaN without any time. */
  double sampledShare() {
    return sampledSeconds / seconds;
  }

  /** Return the sum of both; of two meters that fell silent, the first is named. */
  public EnergyTotals plus(EnergyTotals other) {
    return new EnergyTotals(
        seconds + other.seconds,
        coveredSeconds + other.coveredSeconds,
        sampledSeconds + other.sampledSeconds,
        known(measuredWh, other.measuredWh),
        known(bridgedWh, other.bridgedWh),
        gaps + other.gaps,
        Math.max(longestGapSeconds, other.longestGapSeconds),
        samples + other.samples,
        failedReads + other.failedReads,
        repeatedWh + other.repeatedWh,
        silent.isEmpty() ? other.silent : silent);
  }

  /** Return a copy with the given numbers of samples and failed readings. */
  public EnergyTotals counting(int newSamples, int newFailedReads) {
    return new EnergyTotals(
        seconds,
        coveredSeconds,
        sampledSeconds,
        measuredWh,
        bridgedWh,
        gaps,
        longestGapSeconds,
        newSamples,
        newFailedReads,
        repeatedWh,
        silent);
  }

  /** Return a copy marked as the lost part of a run. */
  public EnergyTotals asRepeated() {
    return new EnergyTotals(
        seconds,
        coveredSeconds,
        sampledSeconds,
        measuredWh,
        bridgedWh,
        gaps,
        longestGapSeconds,
        samples,
        failedReads,
        Double.isNaN(bridgedWh) ? 0 : bridgedWh,
        silent);
  }

  /** Return the entries of a checkpoint, with all digits. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("seconds", Double.toString(seconds));
    map.put("covered_seconds", Double.toString(coveredSeconds));
    map.put("sampled_seconds", Double.toString(sampledSeconds));
    map.put("measured_Wh", Double.toString(measuredWh));
    map.put("bridged_Wh", Double.toString(bridgedWh));
    map.put("gaps", Integer.toString(gaps));
    map.put("longest_gap_s", Double.toString(longestGapSeconds));
    map.put("samples", Integer.toString(samples));
    map.put("failed_reads", Integer.toString(failedReads));
    map.put("repeated_Wh", Double.toString(repeatedWh));
    if (!silent.isEmpty()) {
      map.put(SILENT, silent);
    }
    return map;
  }

  /** Read the entries that {@link #toMap} wrote. */
  public static EnergyTotals of(Map<String, String> map) {
    return new EnergyTotals(
        Double.parseDouble(map.get("seconds")),
        Double.parseDouble(map.get("covered_seconds")),
        Double.parseDouble(map.get("sampled_seconds")),
        Double.parseDouble(map.get("measured_Wh")),
        Double.parseDouble(map.get("bridged_Wh")),
        Integer.parseInt(map.get("gaps")),
        Double.parseDouble(map.get("longest_gap_s")),
        Integer.parseInt(map.get("samples")),
        Integer.parseInt(map.get("failed_reads")),
        Double.parseDouble(map.get("repeated_Wh")),
        map.getOrDefault(SILENT, ""));
  }

  private static double known(double one, double other) {
    if (Double.isNaN(one)) {
      return other;
    }
    return Double.isNaN(other) ? one : one + other;
  }
}
