package io.github.greenscreen.ensemble;

import java.util.Collections;
import java.util.List;

/** How the members of an ensemble are weighted. */
public enum Combination {
  /** All members count the same. */
  MEAN("mean"),
  /** In proportion to their accuracies on the validation images. */
  ACCURACY("by accuracy"),
  /** With the smallest log loss on the validation images. */
  OPTIMISED("optimised");

  private final String configName;

  Combination(String configName) {
    this.configName = configName;
  }

  /** Return the name in tables. */
  public String configName() {
    return configName;
  }

  /**
   * Return the weights of members, which sum to 1.
   *
   * @param validation the predictions of each member for the validation images
   */
  List<Double> weights(List<Predictions> validation) {
    return switch (this) {
      case MEAN -> equal(validation.size());
      case ACCURACY -> byAccuracy(validation);
      case OPTIMISED -> LogLossWeights.of(validation.stream().map(Predictions::ofTruth).toList());
    };
  }

  private static List<Double> equal(int members) {
    return Collections.nCopies(members, 1.0 / members);
  }

  /** Members that are all always wrong count the same. */
  private static List<Double> byAccuracy(List<Predictions> validation) {
    double all = validation.stream().mapToDouble(Predictions::accuracy).sum();
    return all == 0
        ? equal(validation.size())
        : validation.stream().map(member -> member.accuracy() / all).toList();
  }
}
