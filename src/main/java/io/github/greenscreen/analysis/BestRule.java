package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.BestConfiguration.Choice;
import io.github.greenscreen.analysis.Regression.ParameterTest;
import io.github.greenscreen.analysis.Regression.Term;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Combines the recommended configuration: a parameter that matters for the cost takes the value
 * with the lowest coefficient (the reference has coefficient 0, an aliased value cannot win), every
 * other one the value of the most efficient run that is accurate enough.
 */
final class BestRule {
  /** A parameter matters where its adjusted p is below this. */
  private static final double LEVEL = 0.1;

  private final Cost cost;
  private final Optional<Regression> regression;
  private final List<RunMetrics> runs;
  private final Configuration reference;
  private final RunMetrics source;
  private final String adjective;

  private BestRule(
      Cost cost,
      Optional<Regression> regression,
      List<RunMetrics> runs,
      Configuration reference,
      RunMetrics source,
      String adjective) {
    this.adjective = adjective;
    this.cost = cost;
    this.regression = regression;
    this.runs = runs;
    this.reference = reference;
    this.source = source;
  }

  /**
   * Return the recommendation, or empty where no run with a known efficiency is accurate enough.
   */
  static Optional<BestConfiguration> of(
      Cost cost,
      Optional<Regression> regression,
      Basis basis,
      Configuration reference,
      AnalysisOptions options) {
    double minimum = options.minAccuracy().orElse(0);
    List<RunMetrics> measured =
        basis.runs().stream().filter(run -> Double.isFinite(cost.of(run))).toList();
    List<RunMetrics> accurate = measured.stream().filter(run -> run.accuracy() >= minimum).toList();
    return Rankings.highest(accurate, RunMetrics::efficiency).stream()
        .findFirst()
        .map(
            source ->
                new BestRule(cost, regression, measured, reference, source, basis.adjective())
                    .combine());
  }

  private BestConfiguration combine() {
    List<Choice> choices = new ArrayList<>();
    List<Configuration> all = runs.stream().map(RunMetrics::configuration).toList();
    for (String name : Regressions.parameters(reference, all)) {
      choice(name, all).ifPresent(choices::add);
    }
    Map<String, String> values = new LinkedHashMap<>();
    choices.forEach(choice -> values.put(choice.parameter(), choice.value()));
    return new BestConfiguration(Configuration.of(values), choices, source.name());
  }

  /** Decide on one parameter; empty where the decision is to leave it unset. */
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

  /** Take the value with the lowest coefficient. */
  private Choice decisive(ParameterTest test, Factor factor) {
    String name = test.parameter();
    String baseline = factor.levels().get(0);
    String matters =
        "%s matters for the %s (adjusted p = %s): "
            .formatted(name, cost.noun(), p(test.adjustedP()));
    Optional<Term> lowest =
        regression.orElseThrow().terms().stream()
            .filter(term -> term.parameter().equals(name))
            .min(Comparator.comparingDouble(Term::estimate))
            .filter(term -> term.estimate() < 0);
    String reason =
        lowest
            .map(
                term ->
                    "%s needs %s %s less than %s."
                        .formatted(term.value(), number(-term.estimate()), cost.unit(), baseline))
            .orElse("no value needs less than " + baseline + ".");
    return new Choice(name, lowest.map(Term::value).orElse(baseline), true, matters + reason);
  }

  /** Take the value of the most efficient run. */
  private Choice borrowed(Factor factor, Optional<ParameterTest> test) {
    String name = factor.parameter();
    String value = Factor.value(source.configuration(), name);
    if (factor.levels().size() == 1) {
      return new Choice(name, value, false, name + " is the same in all runs.");
    }
    String verdict =
        test.map(this::verdict)
            .orElse("Without a regression nothing is known of the effect of " + name + ": ");
    String origin =
        "%s is the value of run %s, the most efficient %sone."
            .formatted(value, source.name(), adjective);
    return new Choice(name, value, false, verdict + origin);
  }

  private String verdict(ParameterTest test) {
    return Double.isNaN(test.adjustedP())
        ? test.parameter() + " cannot be told apart from other parameters: "
        : "%s has no clear effect on the %s (adjusted p = %s): "
            .formatted(test.parameter(), cost.noun(), p(test.adjustedP()));
  }

  private static String p(double p) {
    return String.format(Locale.ROOT, p < 0.001 ? "%.1e" : "%.3f", p);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
