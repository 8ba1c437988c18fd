package io.github.greenscreen.run.model;

/**
 * How the power of a run was sampled, over all its attempts.
 *
 * @param samples number of power samples
 * @param peakW highest simultaneous power of all devices in the last attempt, in watts; NaN if it
 *     is unknown
 * @param failedReads number of reads that returned no power
 * @param gaps number of gaps between samples that are too long to be bridged
 * @param longestGapSeconds duration of the longest gap
 * @param repeatedWh energy of epochs that were trained again after an interruption, in watt-hours
 */
public record PowerSampling(
    int samples,
    double peakW,
    int failedReads,
    int gaps,
    double longestGapSeconds,
    double repeatedWh) {
  /** Return the sampling of a run whose meter failed at each of {@code failedReads} reads. */
  public static PowerSampling failed(int failedReads) {
    return new PowerSampling(0, Double.NaN, failedReads, 0, 0, 0);
  }
}
