package io.github.greenscreen.analysis.metrics;

/**
 * Further metrics of a run, computed from its epochs. Values that were not measured are NaN.
 *
 * @param valAccuracy validation accuracy of the last epoch according to the log, 0 to 1, even if it
 *     belongs to another model than the delivered one
 * @param isTested whether the accuracy of the run is that on the test split, because the model was
 *     quantised after its last validation
 * @param valF1 macro F1 of the delivered model on the validation split, 0 to 1
 * @param peakPowerW highest power in watts: over all samples if the run recorded it, else over the
 *     rows of its log
 * @param imagesPerJoule training images of all epochs ÷ gross energy in joules
 * @param targetEpoch first epoch, from 0, whose validation accuracy reaches the target; −1 if none
 *     does, or if the delivered model does not
 * @param targetWh gross energy up to the end of that epoch in watt-hours
 * @param targetSeconds time up to the end of that epoch
 * @param peakEpoch epoch, from 0, after which accuracy per cost was highest; −1 if unknown
 * @param peakAccuracy validation accuracy at that epoch, 0 to 1
 */
public record EpochMetrics(
    double valAccuracy,
    boolean isTested,
    double valF1,
    double peakPowerW,
    double imagesPerJoule,
    int targetEpoch,
    double targetWh,
    double targetSeconds,
    int peakEpoch,
    double peakAccuracy) {
  /** Return metrics with only the last validation accuracy known. */
  public static EpochMetrics of(double valAccuracy) {
    double none = Double.NaN;
    return new EpochMetrics(valAccuracy, false, none, none, none, -1, none, none, -1, none);
  }
}
