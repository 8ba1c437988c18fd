package io.github.greenscreen.analysis.ranking;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The accuracy up to which the energy of every run is counted, so that runs that stop too early and
 * runs that train too long can be compared.
 *
 * @param accuracy validation accuracy, 0 to 1; NaN if no run has one
 * @param origin origin of the target, in words
 */
public record TargetAccuracy(double accuracy, String origin) {
  private static final double SHARE = 0.9;

  /**
   * Return {@code target}, else {@code minimum}, else nine tenths of the best of {@code
   * accuracies}, rounded down to whole percent.
   */
  public static TargetAccuracy of(
      OptionalDouble target, OptionalDouble minimum, List<Double> accuracies) {
    if (target.isPresent()) {
      return new TargetAccuracy(target.getAsDouble(), "as requested");
    }
    if (minimum.isPresent()) {
      return new TargetAccuracy(minimum.getAsDouble(), "the minimum accuracy");
    }
    OptionalDouble best =
        accuracies.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).max();
    return best.isPresent()
        ? new TargetAccuracy(
            Math.floor(100 * SHARE * best.getAsDouble()) / 100, "nine tenths of the best accuracy")
        : new TargetAccuracy(Double.NaN, "no run has an accuracy");
  }

  /** Return the accuracy; empty if there is none. */
  public OptionalDouble find() {
    return Double.isNaN(accuracy) ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
  }
}
