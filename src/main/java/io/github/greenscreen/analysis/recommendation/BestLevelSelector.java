package io.github.greenscreen.analysis.recommendation;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.recommendation.Recommendation.Choice;
import io.github.greenscreen.analysis.regression.Factor;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.analysis.regression.Regression.Term;
import io.github.greenscreen.analysis.regression.RegressionFitter;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Selects the recommended value of every parameter. A parameter that matters for the objective
 * takes the value with the best coefficient (the reference has coefficient 0; an aliased value is
 * never selected). Every other parameter takes its value from the most efficient run, or from the
 * most accurate one if accuracy is the objective, among the runs that are accurate enough.
 */
final class BestLevelSelector {
  /** A parameter matters if its adjusted p-value is below this level. */
  private static final double LEVEL = 0.1;

  private final RecommendationObjective objective;
  private final Cost cost;
  private final Optional<Regression> regression;
  private final List<RunMetrics> runs;
  private final Configuration reference;
  private final RunMetrics source;
  private final String adjective;

  /**
   * Create a selector.
   *
   * @param regression regression of the objective, if it was fitted
   * @param runs runs with known cost and objective
   * @param reference reference configuration of the regression
   * @param source run that provides the values of parameters that do not matter
   * @param adjective qualifies the runs in sentences, with a trailing space; may be empty
   */
  BestLevelSelector(
      RecommendationObjective objective,
      Cost cost,
      Optional<Regression> regression,
      List<RunMetrics> runs,
      Configuration reference,
      RunMetrics source,
      String adjective) {
    this.objective = objective;
    this.adjective = adjective;
    this.cost = cost;
    this.regression = regression;
    this.runs = runs;
    this.reference = reference;
    this.source = source;
  }

  /** Return the choice for each parameter of the recommended configuration. */
  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    List<Configuration> all = runs.stream().map(RunMetrics::configuration).toList();
    for (String name : RegressionFitter.parameters(reference, all)) {
      choice(name, all).ifPresent(choices::add);
    }
    return choices;
  }

  /** Return the configuration of {@code run} as choices, all with the reason {@code reason}. */
  static List<Choice> taken(RunMetrics run, String reason) {
    List<Choice> choices = new ArrayList<>();
    run.configuration()
        .values()
        .forEach((name, value) -> choices.add(new Choice(name, value, false, reason)));
    return choices;
  }

  /** Choose the value of parameter {@code name}; empty if it stays unset. */
  private Optional<Choice> choice(String name, List<Configuration> all) {
    Factor factor = Factor.of(name, all, reference).coarse();
    Optional<ParameterTest> test =
        regression.stream()
            .flatMap(fit -> fit.tests().stream())
            .filter(candidate -> candidate.parameter().equals(name))
            .findFirst();
    Choice choice =
        test.filter(found -> found.adjustedP() < LEVEL)
            .map(found -> decisive(found, factor))
            .orElseGet(() -> borrowed(factor, test));
    return choice.value().equals(Factor.UNSET) ? Optional.empty() : Optional.of(choice);
  }

  /** Choose the value with the best coefficient. */
  private Choice decisive(ParameterTest test, Factor factor) {
    String name = test.parameter();
    String baseline = factor.levels().get(0);
    String matters =
        "%s affects the %s (adjusted p = %s): "
            .formatted(name, objective.noun(cost), p(test.adjustedP()));
    int sign = objective.isHighest() ? -1 : 1;
    Optional<Term> best =
        regression.orElseThrow().terms().stream()
            .filter(term -> term.parameter().equals(name))
            .min(Comparator.comparingDouble(term -> sign * term.estimate()))
            .filter(term -> sign * term.estimate() < 0);
    String reason =
        best.map(term -> gain(term, baseline))
            .orElse(
                "no value %s %s than %s."
                    .formatted(
                        objective.isHighest() ? "gives" : "needs",
                        objective.isHighest() ? "more" : "less",
                        baseline));
    return new Choice(name, best.map(Term::value).orElse(baseline), true, matters + reason);
  }

  private String gain(Term term, String baseline) {
    boolean points = objective == RecommendationObjective.ACCURACY;
    String amount = number(Math.abs(term.estimate()) * (points ? 100 : 1));
    return "%s %s %s %s %s than %s."
        .formatted(
            term.value(),
            objective.isHighest() ? "gives" : "needs",
            amount,
            points ? "points" : objective.unit(cost),
            objective.isHighest() ? "more" : "less",
            baseline);
  }

  /** Choose the value of the source run. */
  private Choice borrowed(Factor factor, Optional<ParameterTest> test) {
    String name = factor.parameter();
    String value = Factor.value(source.configuration(), name);
    if (factor.levels().size() == 1) {
      return new Choice(name, value, false, name + " is the same in all runs.");
    }
    String verdict =
        test.map(this::verdict)
            .orElse("Without a regression, there is no evidence for an effect of " + name + ": ");
    String origin =
        "%s is the value of run %s, the most %s %sone."
            .formatted(
                value,
                source.name(),
                objective == RecommendationObjective.ACCURACY ? "accurate" : "efficient",
                adjective);
    return new Choice(name, value, false, verdict + origin);
  }

  private String verdict(ParameterTest test) {
    return Double.isNaN(test.adjustedP())
        ? test.parameter() + " cannot be told apart from other parameters: "
        : "%s has no clear effect on the %s (adjusted p = %s): "
            .formatted(test.parameter(), objective.noun(cost), p(test.adjustedP()));
  }

  private static String p(double p) {
    return String.format(Locale.ROOT, p < 0.001 ? "%.1e" : "%.3f", p);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
