package io.github.greenscreen.analysis;

/**
 * What else is known of a run. What was not measured is NaN.
 *
 * @param valAccuracy validation accuracy of the last epoch as the log has it, 0 to 1, also where
 *     that is not the model that the run delivers
 * @param isTested whether the accuracy that the run is judged by is that on the test split, because
 *     the model was quantised after its last validation
 * @param valF1 macro F1 of the delivered model on the validation split, 0 to 1
 * @param peakPowerW highest power in watts: of all samples where the run recorded it, else of the
 *     rows of its log
 * @param imagesPerJoule training images of all epochs ÷ gross energy in joules
 * @param targetEpoch the first epoch, from 0, whose validation accuracy reaches the target; −1
 *     where none does, or the delivered model does not
 * @param targetWh gross energy until its end in watt-hours
 * @param targetSeconds time until its end
 * @param peakEpoch the epoch, from 0, after which accuracy per cost was highest; −1 where unknown
 * @param peakAccuracy validation accuracy there, 0 to 1
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
  /** Return a detail of which only the last validation accuracy is known. */
  public static EpochMetrics of(double valAccuracy) {
    double none = Double.NaN;
    return new EpochMetrics(valAccuracy, false, none, none, none, -1, none, none, -1, none);
  }
}
