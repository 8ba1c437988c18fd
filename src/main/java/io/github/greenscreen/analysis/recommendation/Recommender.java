package io.github.greenscreen.analysis.recommendation;

import io.github.greenscreen.analysis.metrics.ComparableRuns;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import io.github.greenscreen.analysis.ranking.Rankings;
import io.github.greenscreen.analysis.ranking.RepeatGroups;
import io.github.greenscreen.analysis.ranking.TieTolerance;
import io.github.greenscreen.analysis.recommendation.Recommendation.Choice;
import io.github.greenscreen.analysis.regression.BoundedPredictor;
import io.github.greenscreen.analysis.regression.RecommendationConfidence;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.RegressionFitter;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import io.github.greenscreen.analysis.regression.ResponseScale;
import io.github.greenscreen.space.Configuration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Computes the recommended configuration, its predicted values and its confidence. If the
 * combination of best values is not expected to reach the minimum accuracy, the best run that did
 * reach it is recommended instead.
 */
public final class Recommender {
  /** Number of runs above which fewer bootstrap draws are used. */
  private static final int MANY = 1000;

  private static final int DRAWS = 1000;
  private static final int FEWER_DRAWS = 200;

  private final Cost cost;
  private final RegressionFitter regressions;
  private final ComparableRuns basis;
  private final Configuration reference;
  private final RecommendationObjective objective;
  private final OptionalDouble minAccuracy;

  /**
   * Create a recommender.
   *
   * @param cost what a run costs: energy, or time if no energy is known
   * @param regressions fitted models of the responses
   * @param basis runs to learn from
   * @param reference reference configuration of the regressions
   * @param objective what the recommendation optimises
   * @param minAccuracy minimum validation accuracy, 0 to 1; empty for none
   */
  public Recommender(
      Cost cost,
      RegressionFitter regressions,
      ComparableRuns basis,
      Configuration reference,
      RecommendationObjective objective,
      OptionalDouble minAccuracy) {
    this.cost = cost;
    this.regressions = regressions;
    this.basis = basis;
    this.reference = reference;
    this.objective = objective;
    this.minAccuracy = minAccuracy;
  }

  /**
   * Return the recommendation; empty if no run with known cost and objective is accurate enough.
   */
  public Optional<Recommendation> recommend() {
    double minimum = minAccuracy.orElse(0);
    List<RunMetrics> measured =
        basis.runs().stream()
            .filter(run -> Double.isFinite(cost.of(run)))
            .filter(run -> Double.isFinite(objective.of(run, cost)))
            .toList();
    List<RunMetrics> accurate = measured.stream().filter(run -> run.accuracy() >= minimum).toList();
    Optional<RunMetrics> source =
        objective == RecommendationObjective.ACCURACY
            ? Rankings.highest(accurate, RunMetrics::accuracy).stream().findFirst()
            : Rankings.highest(accurate, RunMetrics::efficiency).stream().findFirst();
    return source.map(run -> recommend(run, measured, accurate));
  }

  private Recommendation recommend(
      RunMetrics source, List<RunMetrics> measured, List<RunMetrics> accurate) {
    String response = objective.response(cost, regressions.fits());
    Optional<Regression> regression =
        regressions.fits().stream().filter(fit -> fit.response().equals(response)).findFirst();
    List<Choice> choices =
        new BestLevelSelector(
                objective, cost, regression, measured, reference, source, basis.adjective())
            .choices();
    Optional<ResponsePrediction> accuracy = accuracy(configuration(choices));
    if (minAccuracy.isPresent()
        && accuracy.filter(found -> found.value() < minimum()).isPresent()) {
      RunMetrics best = best(accurate);
      return describe(
          BestLevelSelector.taken(best, reason(best, accuracy.get())),
          best.name(),
          response,
          accurate);
    }
    return describe(choices, source.name(), response, accurate);
  }

  private Recommendation describe(
      List<Choice> choices, String source, String response, List<RunMetrics> accurate) {
    Configuration configuration = configuration(choices);
    Optional<BoundedPredictor> predictor = regressions.boundedPredictor(response);
    int draws = accurate.size() > MANY ? FEWER_DRAWS : DRAWS;
    RecommendationConfidence confidence =
        predictor
            .flatMap(
                found -> found.confidence(configuration, accurate, objective.isHighest(), draws))
            .orElseGet(() -> measured(response, accurate));
    Optional<ResponsePrediction> prediction =
        predictor.flatMap(found -> found.predict(configuration));
    PredictionRemarks remarks = new PredictionRemarks(source);
    remarks.add(objective.noun(cost), predictor, configuration);
    if (objective != RecommendationObjective.ACCURACY) {
      remarks.add("accuracy", accuracyPredictor(), configuration);
    }
    return new Recommendation(
        objective,
        configuration,
        choices,
        source,
        prediction,
        accuracy(configuration),
        confidence,
        remarks.sentences(),
        RunnersUp.of(accurate, configuration, objective, cost));
  }

  /**
   * Return the confidence without a prediction of {@code response}: the value of the best run, and
   * the runs that tie with it.
   */
  private RecommendationConfidence measured(String response, List<RunMetrics> accurate) {
    RunMetrics best = best(accurate);
    double value = objective.of(best, cost);
    boolean metered = cost == Cost.ENERGY && objective != RecommendationObjective.ACCURACY;
    TieTolerance tolerance =
        new RepeatGroups(basis.runs())
            .tolerance(run -> objective.of(run, cost), metered ? TieTolerance.METER : 0);
    double around = tolerance.around(value);
    boolean known = around > 0;
    String missing =
        regressions.predictor(response).isPresent() ? "possible prediction" : "regression";
    RecommendationConfidence confidence =
        new RecommendationConfidence(
            value,
            known ? value - around : Double.NaN,
            known ? value + around : Double.NaN,
            accurate.stream()
                .filter(run -> tolerance.ties(value, objective.of(run, cost)))
                .map(RunMetrics::name)
                .toList(),
            0,
            known
                ? tolerance.words()
                : "no %s, repeats or meter to estimate the uncertainty".formatted(missing));
    return confidence.within(0, ResponseScale.highest(response));
  }

  private RunMetrics best(List<RunMetrics> accurate) {
    int sign = objective.isHighest() ? -1 : 1;
    return accurate.stream()
        .min(
            Comparator.comparingDouble((RunMetrics run) -> sign * objective.of(run, cost))
                .thenComparing(RunMetrics::name, RunNameOrder.ORDER))
        .orElseThrow();
  }

  private Optional<ResponsePrediction> accuracy(Configuration configuration) {
    return accuracyPredictor().flatMap(found -> found.predict(configuration));
  }

  private Optional<BoundedPredictor> accuracyPredictor() {
    return regressions.boundedPredictor(
        RecommendationObjective.ACCURACY.response(cost, regressions.fits()));
  }

  private String reason(RunMetrics best, ResponsePrediction accuracy) {
    return String.format(
        Locale.ROOT,
        "Run %s is the best run that reached %.2f %%; the values with the best effects are "
            + "together expected to reach %.2f %%.",
        best.name(),
        100 * minimum(),
        100 * accuracy.value());
  }

  private double minimum() {
    return minAccuracy.orElse(0);
  }

  private static Configuration configuration(List<Choice> choices) {
    Map<String, String> values = new LinkedHashMap<>();
    choices.forEach(choice -> values.put(choice.parameter(), choice.value()));
    return Configuration.of(values);
  }
}
