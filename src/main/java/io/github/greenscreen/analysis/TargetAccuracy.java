package io.github.greenscreen.analysis;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The accuracy up to which the energy of every run is counted, so that runs which give up early and
 * runs which go on too long can be compared.
 *
 * @param accuracy validation accuracy, 0 to 1; NaN where no run has one
 * @param origin where it comes from, in words
 */
public record TargetAccuracy(double accuracy, String origin) {
  private static final double SHARE = 0.9;

  /**
   * Take what {@code options} ask for: the target, else the minimum accuracy, else nine tenths of
   * the best of {@code accuracies}, cut to whole percent.
   */
  static TargetAccuracy of(AnalysisOptions options, List<Double> accuracies) {
    if (options.targetAccuracy().isPresent()) {
      return new TargetAccuracy(options.targetAccuracy().getAsDouble(), "as requested");
    }
    if (options.minAccuracy().isPresent()) {
      return new TargetAccuracy(options.minAccuracy().getAsDouble(), "the minimum accuracy");
    }
    OptionalDouble best =
        accuracies.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).max();
    return best.isPresent()
        ? new TargetAccuracy(
            Math.floor(100 * SHARE * best.getAsDouble()) / 100, "nine tenths of the best accuracy")
        : new TargetAccuracy(Double.NaN, "no run has an accuracy");
  }

  /** Return the accuracy, empty where there is none. */
  OptionalDouble find() {
    return Double.isNaN(accuracy) ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
  }
}
