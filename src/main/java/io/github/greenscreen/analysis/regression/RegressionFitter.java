package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Fits the regressions that the runs allow, and explains in a note why others cannot be fitted. If
 * there are only too few runs, parameters are tested one at a time. The seed is not a factor: runs
 * that differ only in it are repeats.
 */
public final class RegressionFitter {
  private static final String SEED = "seed";

  /** Residual share of the squared response below which residuals are rounding errors. */
  private static final double ROUNDING = 1e-24;

  /** Relative difference below which values are equal up to rounding. */
  private static final double CONSTANT = 1e-9;

  private final List<RunMetrics> runs;
  private final Configuration reference;
  private final boolean pairs;
  private final List<Pending> pending = new ArrayList<>();
  private final List<Regression> fits = new ArrayList<>();
  private final Map<List<String>, Design> designs = new HashMap<>();
  private final Map<String, Fitted> fitted = new HashMap<>();
  private final List<Interaction> interactions = new ArrayList<>();
  private final List<KruskalWallisResult> comparisons = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private final Map<String, List<String>> aliases = new LinkedHashMap<>();
  private final Map<String, List<String>> uncarried = new LinkedHashMap<>();
  private final Map<String, List<String>> obstacles = new LinkedHashMap<>();

  /** Create a fitter for {@code runs} with the reference configuration {@code reference}. */
  public RegressionFitter(List<RunMetrics> runs, Configuration reference) {
    this(runs, reference, false);
  }

  /** Create a fitter that also tests interactions if {@code pairs} is true. */
  public RegressionFitter(List<RunMetrics> runs, Configuration reference, boolean pairs) {
    this.runs = runs;
    this.reference = reference;
    this.pairs = pairs;
  }

  /** Return the fitted regressions, in the order of their responses. */
  public List<Regression> fits() {
    settle();
    return fits;
  }

  /** Return the predictor of {@code response}, if its regression was fitted. */
  public Optional<RegressionPredictor> predictor(String response) {
    settle();
    return Optional.ofNullable(fitted.get(response)).map(Fitted::predictor);
  }

  /**
   * Return the predictor of {@code response} within its range, if its regression was fitted. A
   * regression on another scale is fitted when it is needed.
   */
  public Optional<BoundedPredictor> boundedPredictor(String response) {
    settle();
    return Optional.ofNullable(fitted.get(response)).map(Fitted::bounded);
  }

  /** Fit a model to the same runs on the scale that bounds its response; empty if it cannot be. */
  private static Optional<RegressionPredictor> rescaled(Pending pending) {
    ResponseScale scale = ResponseScale.bounding(pending.response());
    ResponseTransform transform = ResponseTransform.of(scale, pending.y());
    double[] y = Arrays.stream(pending.y()).map(transform::apply).toArray();
    if (!Arrays.stream(y).allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    List<String> names = pending.runs().stream().map(RunMetrics::name).toList();
    LinearModel model = new LinearModel(pending.response(), y, names, pending.design());
    return obstacle(model, y).isEmpty()
        ? Optional.of(model.predictor(pending.runs(), transform))
        : Optional.empty();
  }

  /** Return the tested interactions; an empty list if none were to be tested. */
  public List<Interaction> interactions() {
    settle();
    return interactions;
  }

  /** Return the comparison for each response that has too few runs for a regression. */
  public List<KruskalWallisResult> comparisons() {
    return comparisons;
  }

  /** Return notes for the reader; a note on several responses is given once. */
  public List<String> notes() {
    settle();
    List<String> notes = new ArrayList<>(references);
    aliases.forEach(
        (values, responses) ->
            notes.add(
                "The %s leave%s out %s, which the runs cannot tell apart from other values."
                    .formatted(ofAll(responses), responses.size() == 1 ? "s" : "", values)));
    uncarried.forEach(
        (values, responses) ->
            notes.add(
                ("These pairs of parameters cannot be added to the %s, because fewer than "
                        + "%s degrees of freedom would remain or no run tells them apart: %s.")
                    .formatted(ofAll(responses), Interaction.MIN_LEFT, values)));
    obstacles.forEach(
        (reason, responses) ->
            notes.add("There is no regression of %s: %s".formatted(list(responses), reason)));
    return notes;
  }

  /** Model {@code number} by the parameters, over the runs in which it was measured. */
  public void explain(String response, ToDoubleFunction<RunMetrics> number) {
    explain(response, runs, number);
  }

  /**
   * Model {@code number} by the parameters, over those of {@code over} in which it was measured.
   */
  public void explain(String response, List<RunMetrics> over, ToDoubleFunction<RunMetrics> number) {
    List<RunMetrics> measured =
        over.stream().filter(run -> Double.isFinite(number.applyAsDouble(run))).toList();
    if (measured.isEmpty()) {
      return;
    }
    double[] y = measured.stream().mapToDouble(number).toArray();
    List<String> names = measured.stream().map(RunMetrics::name).toList();
    Design design =
        designs.computeIfAbsent(names, key -> new Design(factors(measured), measured.size()));
    List<Factor> factors = design.factors();
    LinearModel model = new LinearModel(response, y, names, design);
    String obstacle = obstacle(model, y);
    if (!obstacle.isEmpty()) {
      obstacles.computeIfAbsent(obstacle, key -> new ArrayList<>()).add(response);
    } else if (model.residualDegreesOfFreedom() <= 0) {
      compare(response, y, factors, model.columns());
    } else {
      pending.add(new Pending(response, y, design, model, measured));
    }
  }

  /** A model that can be fitted to {@code y}, the response of {@code runs}. */
  @SuppressWarnings("ArrayRecordComponent") // created and read in this class only
  private record Pending(
      String response, double[] y, Design design, LinearModel model, List<RunMetrics> runs) {
    Fitted fitted(boolean pairs) {
      RegressionPredictor additive = model.predictor(runs, ResponseTransform.NONE);
      return new Fitted(
          this,
          model.fit(),
          pairs ? model.interactions() : List.of(),
          additive,
          new BoundedPredictor(response, additive, () -> rescaled(this)));
    }
  }

  /** The results of a fitted model. */
  private record Fitted(
      Pending model,
      Regression fit,
      List<Interaction> interactions,
      RegressionPredictor predictor,
      BoundedPredictor bounded) {}

  /** Fit the pending models in parallel, and keep their results in order. */
  private void settle() {
    List<Fitted> all = pending.parallelStream().map(each -> each.fitted(pairs)).toList();
    pending.clear();
    all.forEach(this::keep);
  }

  private void keep(Fitted one) {
    List<Factor> factors = one.model().design().factors();
    if (fits.isEmpty()) {
      noteReference(factors);
    }
    Regression fit = one.fit();
    fits.add(fit);
    fitted.put(fit.response(), one);
    if (!fit.aliased().isEmpty()) {
      String names = String.join(", ", fit.aliased());
      aliases.computeIfAbsent(names, key -> new ArrayList<>()).add(fit.response());
    }
    if (pairs) {
      List<Interaction> found = one.interactions();
      interactions.addAll(found);
      noteUncarried(fit.response(), factors, found);
    }
  }

  private void compare(String response, double[] y, List<Factor> factors, int coefficients) {
    String reason =
        ("%s runs are too few for %s coefficients and a residual; at least %s runs are "
                + "needed. Parameters are compared one at a time instead (Kruskal-Wallis).")
            .formatted(y.length, coefficients, coefficients + 1);
    obstacles.computeIfAbsent(reason, key -> new ArrayList<>()).add(response);
    comparisons.add(KruskalWallis.of(response, y, factors));
  }

  private void noteUncarried(String response, List<Factor> factors, List<Interaction> found) {
    Set<String> tested = found.stream().map(Interaction::pair).collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (int a = 0; a < factors.size(); a++) {
      for (int b = a + 1; b < factors.size(); b++) {
        String pair = factors.get(a).parameter() + ":" + factors.get(b).parameter();
        if (!tested.contains(pair)) {
          missing.add(pair);
        }
      }
    }
    if (!missing.isEmpty()) {
      uncarried.computeIfAbsent(String.join(", ", missing), key -> new ArrayList<>()).add(response);
    }
  }

  /** Return why the model cannot be fitted even with more runs; an empty string if it can. */
  private static String obstacle(LinearModel model, double[] y) {
    if (isConstant(y)) {
      return y.length == 1
          ? "a single run shows no differences."
          : "all %s runs have the same value.".formatted(y.length);
    }
    if (model.rank() == 1) {
      return "no parameter varies over the %s runs.".formatted(y.length);
    }
    double size = Arrays.stream(y).map(value -> value * value).sum();
    boolean exact = model.residualSumOfSquares() <= ROUNDING * size;
    return model.residualDegreesOfFreedom() > 0 && exact
        ? "the parameters explain the %s runs exactly, which leaves no residual to test effects."
            .formatted(y.length)
        : "";
  }

  private static boolean isConstant(double[] y) {
    double low = Arrays.stream(y).min().orElseThrow();
    double high = Arrays.stream(y).max().orElseThrow();
    return high - low <= CONSTANT * Math.max(Math.abs(low), Math.abs(high));
  }

  private void noteReference(List<Factor> factors) {
    references.add(
        factors.stream()
            .map(factor -> factor.parameter() + " " + factor.levels().get(0))
            .collect(Collectors.joining(", ", "Effects are changes relative to ", ".")));
    factors.stream()
        .filter(factor -> !factor.grouping().isEmpty())
        .forEach(
            factor ->
                references.add(
                    ("%s has too many values to estimate an effect for each; they are "
                            + "grouped: %s.")
                        .formatted(factor.parameter(), factor.grouping())));
  }

  private static String ofAll(List<String> responses) {
    return (responses.size() == 1 ? "regression of " : "regressions of ") + list(responses);
  }

  private static String list(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private List<Factor> factors(List<RunMetrics> measured) {
    List<Configuration> configurations = measured.stream().map(RunMetrics::configuration).toList();
    return parameters(reference, configurations).stream()
        .filter(name -> !name.equals(SEED))
        .map(name -> Factor.of(name, configurations, reference).coarse())
        .filter(factor -> factor.levels().size() > 1)
        .toList();
  }

  /** Return all parameters of {@code first} and then of the others, in order of appearance. */
  public static Set<String> parameters(Configuration first, List<Configuration> others) {
    Set<String> names = new LinkedHashSet<>(first.values().keySet());
    others.forEach(configuration -> names.addAll(configuration.values().keySet()));
    return names;
  }
}
