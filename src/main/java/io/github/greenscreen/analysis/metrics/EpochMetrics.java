package io.github.greenscreen.analysis.metrics;

import io.github.greenscreen.run.evaluation.ClassificationScores;
import java.util.Map;

/**
 * Further metrics of a run, computed from its epochs. Values that were not measured are NaN.
 *
 * @param valAccuracy validation accuracy of the last epoch according to the log, 0 to 1, even if it
 *     belongs to another model than the delivered one
 * @param isTested whether the accuracy of the run is that on the test split, because the model was
 *     quantised after its last validation
 * @param scores further scores of the delivered model
 * @param bestWh gross energy of the epochs up to the end of the first one with the best validation
 *     accuracy, in watt-hours
 * @param bestSeconds time up to the end of that epoch
 * @param phaseSeconds wall time by the name of the phase; phases that were not recorded are absent
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
    ClassificationScores scores,
    double bestWh,
    double bestSeconds,
    Map<String, Double> phaseSeconds,
    double peakPowerW,
    double imagesPerJoule,
    int targetEpoch,
    double targetWh,
    double targetSeconds,
    int peakEpoch,
    double peakAccuracy) {
  public EpochMetrics {
    phaseSeconds = Map.copyOf(phaseSeconds);
  }

  /** Return metrics with only the last validation accuracy known. */
  public static EpochMetrics of(double valAccuracy) {
    double none = Double.NaN;
    return new EpochMetrics(
        valAccuracy,
        false,
        ClassificationScores.NONE,
        none,
        none,
        Map.of(),
        none,
        none,
        -1,
        none,
        none,
        -1,
        none);
  }
}
