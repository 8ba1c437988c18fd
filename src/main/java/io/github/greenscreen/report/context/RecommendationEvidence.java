package io.github.greenscreen.report.context;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import io.github.greenscreen.space.Configuration;
import java.util.Optional;

/**
 * The evidence for the recommended configuration compared with the baseline: measured if a run has
 * this configuration, predicted by the regression otherwise.
 *
 * @param context the runs and their analysis
 * @param best the recommended configuration
 */
public record RecommendationEvidence(ReportContext context, Recommendation best) {
  private static final double PERCENT = 100;

  /**
   * A value of the recommended configuration and its origin.
   *
   * @param value value in the unit of its {@link DecisionMetric}; NaN if unknown
   * @param origin for instance {@code final run 071}
   * @param isComparable whether it may be compared with the baseline's
   */
  public record Evidence(double value, String origin, boolean isComparable) {}

  /** Return the baseline; empty if none completed. */
  public Optional<RunMetrics> baseline() {
    return context.highlighted().baseline().map(HighlightedRun::metrics);
  }

  /** Return the run that supplied the values of the irrelevant parameters. */
  public Optional<RunMetrics> source() {
    return context.analysis().runs().stream()
        .filter(run -> run.name().equals(best.source()))
        .findFirst();
  }

  /** Return whether that run has the recommended value of every parameter. */
  public boolean isSourceRecommended() {
    return source().map(RunMetrics::configuration).filter(this::isRecommended).isPresent();
  }

  /** Return whether the values at the top of the page are those of the baseline itself. */
  public boolean isBaseline() {
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
  public Optional<RunMetrics> finalRun() {
    return context.highlighted().finalRun().map(HighlightedRun::metrics);
  }

  /** Return whether the final run trained as many epochs as the baseline. */
  public boolean isFinalComparable() {
    return finalRun().isPresent()
        && baseline().map(base -> base.epochs() == finalRun().get().epochs()).orElse(false);
  }

  /** Return the best evidence for {@code figure}; measured values precede predicted ones. */
  public Evidence evidence(DecisionMetric figure) {
    if (isFinalComparable()) {
      return measured(figure, finalRun().get(), "final run ");
    }
    Optional<ResponsePrediction> expected = expected(figure);
    if (!isSourceRecommended() && expected.isPresent()) {
      boolean like =
          !figure.isOfPower()
              || baseline()
                  .map(base -> base.powerSource() == context.analysis().basis().source())
                  .orElse(false);
      return new Evidence(expected.get().value(), "expected", like);
    }
    return source()
        .map(run -> measured(figure, run, "run "))
        .orElse(new Evidence(Double.NaN, "", false));
  }

  private Evidence measured(DecisionMetric figure, RunMetrics run, String part) {
    return new Evidence(
        figure.of(run, context.analysis().carbon()), part + run.name(), isComparable(figure, run));
  }

  private boolean isComparable(DecisionMetric figure, RunMetrics run) {
    return !figure.isOfPower()
        || baseline().map(base -> base.powerSource() == run.powerSource()).orElse(false);
  }

  /** Return the value of the baseline, NaN if unknown. */
  public double ofBaseline(DecisionMetric figure) {
    return baseline().map(base -> figure.of(base, context.analysis().carbon())).orElse(Double.NaN);
  }

  /** Return evidence − baseline; NaN if they cannot be compared. */
  public double change(DecisionMetric figure) {
    Evidence evidence = evidence(figure);
    return evidence.isComparable() ? evidence.value() - ofBaseline(figure) : Double.NaN;
  }

  /** Return the largest value of {@code figure} that is measured or at the top of the page. */
  public double scale(DecisionMetric figure) {
    return DecisionMetric.largest(
        evidence(figure).value(),
        ofBaseline(figure),
        source().map(run -> figure.of(run, context.analysis().carbon())).orElse(Double.NaN),
        finalRun().map(run -> figure.of(run, context.analysis().carbon())).orElse(Double.NaN));
  }

  /** Return the regression's prediction of {@code figure}, in its unit; empty if it has none. */
  public Optional<ResponsePrediction> expected(DecisionMetric figure) {
    boolean cheapest = best.objective() == RecommendationObjective.ENERGY;
    boolean energy = cheapest && context.cost() == Cost.ENERGY;
    return switch (figure) {
      case ENERGY -> best.prediction().filter(found -> energy);
      case CARBON ->
          best.prediction()
              .filter(found -> energy)
              .map(found -> found.times(context.analysis().carbon().grams(1)));
      case TIME -> best.prediction().filter(found -> cheapest && !energy);
      case ACCURACY -> best.accuracy().map(found -> found.times(PERCENT));
    };
  }
}
