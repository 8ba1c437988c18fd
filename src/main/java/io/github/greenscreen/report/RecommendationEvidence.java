package io.github.greenscreen.report;

import io.github.greenscreen.analysis.Cost;
import io.github.greenscreen.analysis.Recommendation;
import io.github.greenscreen.analysis.RecommendationObjective;
import io.github.greenscreen.analysis.ResponsePrediction;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.space.Configuration;
import java.util.Optional;

/**
 * What the recommended configuration is worth beside the baseline: measured where a run has this
 * very configuration, expected by the regression where none has.
 *
 * @param story what the runs are
 * @param best the recommended configuration
 */
record RecommendationEvidence(ReportContext story, Recommendation best) {
  private static final double PERCENT = 100;

  /**
   * A figure of the recommended configuration and where it comes from.
   *
   * @param value in the unit of its {@link DecisionMetric}; NaN where nothing is known
   * @param origin for instance {@code final run 071}
   * @param isComparable whether it may be held against the baseline's
   */
  record Evidence(double value, String origin, boolean isComparable) {}

  /** Return the baseline; empty where none completed. */
  Optional<RunMetrics> baseline() {
    return story.cast().baseline().map(HighlightedRun::metrics);
  }

  /** Return the run that gave the values which do not matter. */
  Optional<RunMetrics> source() {
    return story.analysis().runs().stream()
        .filter(run -> run.name().equals(best.source()))
        .findFirst();
  }

  /** Tell whether that run has the recommended value of every parameter. */
  boolean isSourceRecommended() {
    return source().map(RunMetrics::configuration).filter(this::isRecommended).isPresent();
  }

  /** Tell whether what stands on top is the baseline itself. */
  boolean isBaseline() {
    return !isFinalComparable()
        && isSourceRecommended()
        && baseline().filter(run -> run.name().equals(best.source())).isPresent();
  }

  private boolean isRecommended(Configuration configuration) {
    return best.configuration().values().entrySet().stream()
        .allMatch(
            entry ->
                configuration.find(entry.getKey()).map(entry.getValue()::equals).orElse(false));
  }

  /** Return the final run. */
  Optional<RunMetrics> finalRun() {
    return story.cast().finalRun().map(HighlightedRun::metrics);
  }

  /** Tell whether the final run trained as many epochs as the baseline. */
  boolean isFinalComparable() {
    return finalRun().isPresent()
        && baseline().map(base -> base.epochs() == finalRun().get().epochs()).orElse(false);
  }

  /** Return the best that is known of {@code figure}: measured before expected. */
  Evidence evidence(DecisionMetric figure) {
    if (isFinalComparable()) {
      return measured(figure, finalRun().get(), "final run ");
    }
    Optional<ResponsePrediction> expected = expected(figure);
    if (!isSourceRecommended() && expected.isPresent()) {
      boolean like =
          !figure.isOfPower()
              || baseline()
                  .map(base -> base.powerSource() == story.analysis().basis().source())
                  .orElse(false);
      return new Evidence(expected.get().value(), "expected", like);
    }
    return source()
        .map(run -> measured(figure, run, "run "))
        .orElse(new Evidence(Double.NaN, "", false));
  }

  private Evidence measured(DecisionMetric figure, RunMetrics run, String part) {
    return new Evidence(
        figure.of(run, story.analysis().carbon()), part + run.name(), isComparable(figure, run));
  }

  private boolean isComparable(DecisionMetric figure, RunMetrics run) {
    return !figure.isOfPower()
        || baseline().map(base -> base.powerSource() == run.powerSource()).orElse(false);
  }

  /** Return the figure of the baseline, NaN where it is not known. */
  double ofBaseline(DecisionMetric figure) {
    return baseline().map(base -> figure.of(base, story.analysis().carbon())).orElse(Double.NaN);
  }

  /** Return evidence − baseline; NaN where they cannot be compared. */
  double change(DecisionMetric figure) {
    Evidence evidence = evidence(figure);
    return evidence.isComparable() ? evidence.value() - ofBaseline(figure) : Double.NaN;
  }

  /** Return the largest value of {@code figure} that is measured or on top of the page. */
  double scale(DecisionMetric figure) {
    return DecisionMetric.largest(
        evidence(figure).value(),
        ofBaseline(figure),
        source().map(run -> figure.of(run, story.analysis().carbon())).orElse(Double.NaN),
        finalRun().map(run -> figure.of(run, story.analysis().carbon())).orElse(Double.NaN));
  }

  /** Return what the regression expects of {@code figure}, in its unit; empty where it does not. */
  Optional<ResponsePrediction> expected(DecisionMetric figure) {
    boolean cheapest = best.objective() == RecommendationObjective.ENERGY;
    boolean energy = cheapest && story.cost() == Cost.ENERGY;
    return switch (figure) {
      case ENERGY -> best.prediction().filter(found -> energy);
      case CARBON ->
          best.prediction()
              .filter(found -> energy)
              .map(found -> scaled(found, story.analysis().carbon().grams(1)));
      case TIME -> best.prediction().filter(found -> cheapest && !energy);
      case ACCURACY -> best.accuracy().map(found -> scaled(found, PERCENT));
    };
  }

  private static ResponsePrediction scaled(ResponsePrediction found, double factor) {
    return new ResponsePrediction(
        found.response(), factor * found.value(), factor * found.low(), factor * found.high());
  }
}
