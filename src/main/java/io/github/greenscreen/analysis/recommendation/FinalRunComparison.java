package io.github.greenscreen.analysis.recommendation;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import io.github.greenscreen.analysis.regression.ResponseScale;
import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.Patience;
import io.github.greenscreen.space.Configuration;
import java.util.Locale;
import java.util.Optional;

/** Compares the final run with the prediction for the recommended configuration. */
public final class FinalRunComparison {
  private FinalRunComparison() {}

  /**
   * Return the comparison of {@code last}; empty if there is no final run, it has another
   * configuration, or it is not comparable. Energy and time are scaled to the epochs of the final
   * run and power needs no scaling; accuracy and efficiency are compared only at equal epochs. With
   * patience, the epochs that a run trains do not grow with the planned ones, and only equal plans
   * are compared. A run that trains on the validation images too has longer epochs.
   */
  public static Optional<FinalRunResult> of(
      Optional<RunRecord> last, Optional<Recommendation> best, Cost cost) {
    Optional<RunMetrics> run = last.map(each -> RunMetricsFactory.of(each, cost));
    if (run.isEmpty() || best.isEmpty() || best.get().prediction().isEmpty()) {
      return Optional.empty();
    }
    return SameConfiguration.is(run.get().configuration(), best.get().configuration())
            && !SameConfiguration.isJoined(run.get().configuration())
        ? compare(run.get(), best.get(), cost)
        : Optional.empty();
  }

  private static Optional<FinalRunResult> compare(RunMetrics run, Recommendation best, Cost cost) {
    RecommendationObjective objective = best.objective();
    double epochs = planned(best.configuration());
    boolean patient = isPatient(run.configuration());
    double trained = patient ? planned(run.configuration()) : run.epochs();
    double factor = Double.isNaN(epochs) ? 1 : trained / epochs;
    boolean scales = objective == RecommendationObjective.ENERGY && !patient;
    double measured = objective.of(run, cost);
    boolean comparable = factor == 1 || scales || objective == RecommendationObjective.POWER;
    if (!comparable || Double.isNaN(measured)) {
      return Optional.empty();
    }
    ResponsePrediction predicted = best.prediction().orElseThrow().times(scales ? factor : 1);
    String scaled =
        scales && factor != 1
            ? String.format(
                Locale.ROOT, " (predicted for %.0f epochs, scaled to %d)", epochs, run.epochs())
            : "";
    String sentence =
        String.format(
            Locale.ROOT,
            "The final run %s measured %s %.5g%s; the prediction was %.5g, 95 %% interval "
                + "%.5g to %.5g%s%s: %s.",
            run.name(),
            objective.noun(cost),
            measured,
            (" " + objective.unit(cost)).stripTrailing(),
            predicted.value(),
            predicted.low(),
            predicted.high(),
            scale(predicted),
            scaled,
            predicted.contains(measured) ? "within the interval" : "outside the interval");
    return Optional.of(new FinalRunResult(run.name(), measured, predicted, sentence));
  }

  private static double planned(Configuration configuration) {
    return configuration.find(SameConfiguration.EPOCHS).map(Double::parseDouble).orElse(Double.NaN);
  }

  private static boolean isPatient(Configuration configuration) {
    return configuration.find(Patience.PARAMETER).filter(DecimalText::isNumber).isPresent();
  }

  private static String scale(ResponsePrediction predicted) {
    return predicted.scale() == ResponseScale.LINEAR
        ? ""
        : ", on the %s scale".formatted(predicted.scale().configName());
  }
}
