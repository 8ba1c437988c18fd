package io.github.greenscreen.report.text;

import io.github.greenscreen.analysis.recommendation.FinalRunResult;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import io.github.greenscreen.analysis.regression.RecommendationConfidence;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.DecisionMetric;
import io.github.greenscreen.report.context.RecommendationEvidence;
import io.github.greenscreen.report.context.ReportContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes how reliable the recommendation is. */
public final class ConfidenceStatements {
  private static final int MAX_NAMES = 12;

  private final ReportContext context;
  private final RecommendationEvidence verdict;

  public ConfidenceStatements(ReportContext context, RecommendationEvidence verdict) {
    this.context = context;
    this.verdict = verdict;
  }

  /** Return the evidence for the recommendation, its intervals, its rivals, and the final run. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (verdict.baseline().isEmpty()) {
      sentences.add("No baseline completed, so there is nothing to compare these figures with.");
    }
    sentences.add(ground() + expectation().map(text -> " " + text).orElse(""));
    sentences.add(confidence() + " " + rivals());
    sentences.addAll(verdict.best().remarks());
    sentences.add(finalRun());
    return sentences;
  }

  private String ground() {
    if (verdict.isFinalComparable()) {
      return "The figures at the top were measured by the final run, with as many epochs as the "
          + "baseline.";
    }
    String name = verdict.best().source();
    return verdict.isSourceRecommended()
        ? "The figures at the top were measured by run %s, which has exactly this configuration."
            .formatted(name)
        : "No run has exactly this configuration: the figures at the top are predictions of "
            + "the regression, or those of run %s, the nearest.".formatted(name);
  }

  /** Compare the baseline with the interval that the regression predicts. */
  private Optional<String> expectation() {
    DecisionMetric figure =
        context.cost().unit().equals("Wh") ? DecisionMetric.ENERGY : DecisionMetric.TIME;
    return verdict.expected(figure).map(found -> beside(figure, found));
  }

  private String beside(DecisionMetric figure, ResponsePrediction found) {
    double base = verdict.ofBaseline(figure);
    double scale = verdict.scale(figure);
    if (Double.isNaN(base)) {
      return "One more run is expected to need %s (95 %% prediction interval)."
          .formatted(interval(figure, found, scale));
    }
    String verb =
        base > found.high()
            ? "lies above it, so a saving is unlikely to be chance"
            : base < found.low()
                ? "lies below it, so it would cost more than the baseline"
                : "lies inside it, so a saving cannot be distinguished from chance";
    return "One more run is expected to need %s (95 %% prediction interval); the baseline’s %s %s."
        .formatted(interval(figure, found, scale), figure.configName(base, scale), verb);
  }

  private String confidence() {
    RecommendationConfidence sure = verdict.best().confidence();
    String noun = verdict.best().objective().noun(context.cost());
    String value = amount(sure.value());
    String by =
        sure.draws() > 0
            ? "According to the regression, its "
            : "Without a %s, the best measured ".formatted(missing());
    return Double.isFinite(sure.low())
        ? "%s%s is %s, 95 %% interval %s to %s (%s)."
            .formatted(by, noun, value, amount(sure.low()), amount(sure.high()), sure.method())
        : "%s%s is %s (%s).".formatted(by, noun, value, sure.method());
  }

  private String missing() {
    return verdict.best().remarks().isEmpty() ? "regression" : "prediction";
  }

  private String amount(double value) {
    RecommendationObjective objective = verdict.best().objective();
    return objective == RecommendationObjective.ACCURACY
        ? ReportNumberFormat.percent(value)
        : ReportNumberFormat.quantity(value, objective.unit(context.cost()));
  }

  private String rivals() {
    List<String> names = verdict.best().confidence().indistinguishable();
    if (names.isEmpty()) {
      return "No run’s configuration comes close to it.";
    }
    String some = names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
    int more = names.size() - MAX_NAMES;
    return "The configurations of %s of %s cannot be told apart from it: %s%s."
        .formatted(
            names.size(),
            ReportNumberFormat.count(context.analysis().runs().size(), "run", "runs"),
            some,
            more > 0 ? " and " + more + " more" : "");
  }

  private String finalRun() {
    Optional<FinalRunResult> check = context.analysis().finalCheck();
    if (check.isPresent()) {
      return check.get().sentence();
    }
    if (verdict.finalRun().isPresent()) {
      return "The final run cannot be compared with a prediction.";
    }
    return context
        .stoppedFinal()
        .map(ExecutiveSummary::stopped)
        .orElse(
            "There is no final run yet: “greenscreen final” trains this configuration and checks"
                + " the prediction.");
  }

  /** Return both bounds in the unit that suits {@code scale}. */
  public static String interval(DecisionMetric figure, ResponsePrediction found, double scale) {
    return figure.configName(found.low(), scale) + " to " + figure.configName(found.high(), scale);
  }
}
