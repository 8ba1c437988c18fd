package io.github.greenscreen.analysis.recommendation;

import io.github.greenscreen.analysis.regression.BoundedPredictor;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import io.github.greenscreen.analysis.regression.ResponseScale;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the remarks on how the predictions of a recommendation were kept possible. */
final class PredictionRemarks {
  private final String source;
  private final List<String> sentences = new ArrayList<>();

  /** Create no remarks; {@code source} is the run nearest to the recommended configuration. */
  PredictionRemarks(String source) {
    this.source = source;
  }

  /** Add a remark on {@code noun}, unless adding up its effects gives a possible prediction. */
  void add(String noun, Optional<BoundedPredictor> predictor, Configuration configuration) {
    if (predictor.isEmpty()) {
      return;
    }
    if (predictor.get().isImpossible(configuration)) {
      sentences.add(
          additive(noun, predictor.get())
              + "and the runs do not allow a regression on the %s scale; compare run %s, the nearest."
                  .formatted(predictor.get().bounds().configName(), source));
      return;
    }
    predictor
        .get()
        .predict(configuration)
        .filter(found -> found.scale() != ResponseScale.LINEAR)
        .map(found -> rescaled(noun, predictor.get(), found))
        .ifPresent(sentences::add);
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  private static String rescaled(
      String noun, BoundedPredictor predictor, ResponsePrediction found) {
    return additive(noun, predictor)
        + "so the expected %s is the median from a regression on the %s scale."
            .formatted(noun, found.scale().configName());
  }

  private static String additive(String noun, BoundedPredictor predictor) {
    return "The additive prediction of %s or its interval %s, "
        .formatted(
            noun,
            predictor.bounds() == ResponseScale.LOGIT ? "leaves 0 to 100 %" : "falls below zero");
  }
}
