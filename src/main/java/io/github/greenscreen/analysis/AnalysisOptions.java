package io.github.greenscreen.analysis;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What the user may say about an analysis.
 *
 * @param minAccuracy validation accuracy, 0 to 1, that the run must reach from which the best
 *     configuration takes the values that do not matter; empty asks for none, because efficiency
 *     already weighs accuracy and chance level is not known from the runs alone
 * @param carbon how energy is turned into greenhouse gas
 */
public record AnalysisOptions(OptionalDouble minAccuracy, Carbon carbon) {
  public AnalysisOptions {
    Objects.requireNonNull(minAccuracy);
    Objects.requireNonNull(carbon);
    minAccuracy.ifPresent(
        value -> {
          if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                "minimum accuracy is " + value + "; expected a number from 0 to 1");
          }
        });
  }

  /** Ask for {@code minAccuracy} alone; greenhouse gas is that of the world's mean. */
  public AnalysisOptions(OptionalDouble minAccuracy) {
    this(minAccuracy, Carbon.world());
  }

  /** Return options that ask for nothing. */
  public static AnalysisOptions none() {
    return new AnalysisOptions(OptionalDouble.empty());
  }
}
