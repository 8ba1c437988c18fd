package io.github.greenscreen.analysis;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What the user may say about an analysis.
 *
 * @param minAccuracy validation accuracy, 0 to 1, that the run must reach from which the best
 *     configuration takes the values that do not matter; empty asks for none, because efficiency
 *     already weighs accuracy and chance level is not known from the runs alone
 */
public record AnalysisOptions(OptionalDouble minAccuracy) {
  public AnalysisOptions {
    Objects.requireNonNull(minAccuracy);
    minAccuracy.ifPresent(
        value -> {
          if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                "minimum accuracy is " + value + "; expected a number from 0 to 1");
          }
        });
  }

  /** Return options that ask for nothing. */
  public static AnalysisOptions none() {
    return new AnalysisOptions(OptionalDouble.empty());
  }
}
