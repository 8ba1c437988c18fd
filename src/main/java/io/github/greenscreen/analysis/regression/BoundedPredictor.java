package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Predicts the response of configurations within its range: no quantity below zero and no accuracy
 * outside 0 to 1. Effects are added up as in the additive regression; if its prediction or interval
 * is impossible, a regression of the logarithm or logit over the same runs predicts instead. Not
 * thread-safe.
 */
public final class BoundedPredictor {
  private final String response;
  private final RegressionPredictor additive;
  private final Supplier<Optional<RegressionPredictor>> bounded;
  private Optional<RegressionPredictor> fallback = Optional.empty();
  private boolean isFitted;

  /**
   * Create a predictor.
   *
   * @param response name of the response
   * @param additive predictor on the linear scale
   * @param bounded fits a predictor on the logarithmic or logit scale, if that is possible; called
   *     once and only if the additive one does not suffice
   */
  BoundedPredictor(
      String response,
      RegressionPredictor additive,
      Supplier<Optional<RegressionPredictor>> bounded) {
    this.response = response;
    this.additive = additive;
    this.bounded = bounded;
  }

  /** Return the scale on which no prediction can leave the range of the response. */
  public ResponseScale bounds() {
    return ResponseScale.bounding(response);
  }

  /**
   * Return the prediction for a run of {@code configuration}; empty if it is not estimable, or not
   * possible on any scale.
   */
  public Optional<ResponsePrediction> predict(Configuration configuration) {
    return predictor(configuration).flatMap(found -> found.predict(configuration));
  }

  /**
   * Return whether {@code configuration} is estimable but its prediction is impossible on every
   * scale.
   */
  public boolean isImpossible(Configuration configuration) {
    return additive.predict(configuration).isPresent() && predictor(configuration).isEmpty();
  }

  /**
   * Return the confidence in {@code configuration} on the scale of its prediction, see {@link
   * RegressionPredictor#confidence}; empty if there is no prediction.
   */
  public Optional<RecommendationConfidence> confidence(
      Configuration configuration, List<RunMetrics> others, boolean highest, int draws) {
    return predictor(configuration)
        .flatMap(found -> found.confidence(configuration, others, highest, draws))
        .map(found -> found.within(0, ResponseScale.highest(response)));
  }

  private Optional<RegressionPredictor> predictor(Configuration configuration) {
    if (isPossible(additive, configuration)) {
      return Optional.of(additive);
    }
    if (!isFitted) {
      fallback = bounded.get();
      isFitted = true;
    }
    return fallback.filter(found -> isPossible(found, configuration));
  }

  private static boolean isPossible(RegressionPredictor predictor, Configuration configuration) {
    return predictor.predict(configuration).filter(ResponsePrediction::isPossible).isPresent();
  }
}
