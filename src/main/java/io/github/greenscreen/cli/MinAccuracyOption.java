package io.github.greenscreen.cli;

import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.Carbon;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** What the best configuration must reach. */
final class MinAccuracyOption {
  @Option(
      names = "--min-accuracy",
      paramLabel = "SHARE",
      converter = Share.class,
      description =
          "Validation accuracy that the best configuration's run must reach, such as 0.6 or 60%%.")
  private Double minAccuracy;

  /** Return the options of an analysis that turns energy into greenhouse gas by {@code carbon}. */
  AnalysisOptions toOptions(Carbon carbon) {
    return new AnalysisOptions(
        minAccuracy == null ? OptionalDouble.empty() : OptionalDouble.of(minAccuracy), carbon);
  }
}
