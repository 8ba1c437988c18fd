package io.github.greenscreen.cli.option;

import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import io.github.greenscreen.cli.converter.FractionConverter;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for the objective and the requirements of the recommended configuration. */
public final class RecommendationOptions {
  @Option(
      names = "--objective",
      paramLabel = "NAME",
      order = 4,
      converter = Named.class,
      description = "Optimise energy, power, accuracy or efficiency (default: energy).")
  private RecommendationObjective objective;

  @Option(
      names = "--min-accuracy",
      paramLabel = "SHARE",
      order = 5,
      converter = FractionConverter.class,
      description =
          "Minimum measured or predicted accuracy of the recommended configuration, such as 0.6 "
              + "or 60%%.")
  private Double minAccuracy;

  @Option(
      names = "--target-accuracy",
      paramLabel = "SHARE",
      order = 6,
      converter = FractionConverter.class,
      description =
          "Also report the energy and time needed to reach this accuracy (default: the minimum "
              + "accuracy, else 90%% of the best).")
  private Double targetAccuracy;

  @Option(
      names = "--interactions",
      order = 8,
      description = "Also test pairs of parameters for interactions.")
  private boolean interactions;

  /** Return the analysis options, with {@code carbon} as the emission factor. */
  public AnalysisOptions toOptions(EmissionFactor carbon) {
    return new AnalysisOptions(
        optional(minAccuracy),
        optional(targetAccuracy),
        Optional.ofNullable(objective).orElse(RecommendationObjective.ENERGY),
        interactions,
        carbon);
  }

  private static OptionalDouble optional(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Converts the name of an objective. */
  private static final class Named implements ITypeConverter<RecommendationObjective> {
    @Override
    public RecommendationObjective convert(String text) {
      return RecommendationObjective.find(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "found \"%s\", expected one of %s"
                          .formatted(
                              text, String.join(", ", RecommendationObjective.configNames()))));
    }
  }
}
