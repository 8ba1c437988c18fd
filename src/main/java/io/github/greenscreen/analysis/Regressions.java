package io.github.greenscreen.analysis;

import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Fits the regressions that the runs can carry, and says in a sentence why where they cannot carry
 * one. The seed is no parameter here: runs that differ in it alone are repeats of each other.
 */
final class Regressions {
  private static final String SEED = "seed";

  /** Below this share of the squared response the residuals are rounding errors. */
  private static final double ROUNDING = 1e-24;

  /** Values closer to each other than this share are the same but for rounding. */
  private static final double CONSTANT = 1e-9;

  private final List<RunMetrics> runs;
  private final Configuration reference;
  private final List<Regression> fits = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Take the {@code runs} to explain and the configuration to compare with. */
  Regressions(List<RunMetrics> runs, Configuration reference) {
    this.runs = runs;
    this.reference = reference;
  }

  List<Regression> fits() {
    return fits;
  }

  List<String> notes() {
    return notes;
  }

  /** Explain {@code number} by the parameters, over the runs in which it was measured. */
  void explain(String response, ToDoubleFunction<RunMetrics> number) {
    List<RunMetrics> measured =
        runs.stream().filter(run -> Double.isFinite(number.applyAsDouble(run))).toList();
    if (measured.isEmpty()) {
      return;
    }
    double[] y = measured.stream().mapToDouble(number).toArray();
    List<Factor> factors = factors(measured);
    LinearModel model = new LinearModel(response, y, factors);
    String obstacle = obstacle(model, y);
    if (obstacle.isEmpty()) {
      if (fits.isEmpty()) {
        noteReference(factors);
      }
      Regression fit = model.fit();
      fits.add(fit);
      noteAliased(fit);
    } else {
      notes.add("There is no regression of " + response + ": " + obstacle);
    }
  }

  /** Return why the model cannot be fitted, or nothing. */
  private static String obstacle(LinearModel model, double[] y) {
    if (isConstant(y)) {
      return y.length == 1
          ? "one run shows no differences."
          : "all %s runs have the same value.".formatted(y.length);
    }
    if (model.rank() == 1) {
      return "no parameter varies over the %s runs.".formatted(y.length);
    }
    if (model.residualDegreesOfFreedom() <= 0) {
      return "%s runs cannot determine %s coefficients and leave a residual; at least %s runs are needed."
          .formatted(y.length, model.columns(), model.columns() + 1);
    }
    double size = Arrays.stream(y).map(value -> value * value).sum();
    return model.residualSumOfSquares() <= ROUNDING * size
        ? "the parameters explain the %s runs without any residual to judge effects by."
            .formatted(y.length)
        : "";
  }

  private static boolean isConstant(double[] y) {
    double low = Arrays.stream(y).min().orElseThrow();
    double high = Arrays.stream(y).max().orElseThrow();
    return high - low <= CONSTANT * Math.abs(high);
  }

  private void noteReference(List<Factor> factors) {
    notes.add(
        factors.stream()
            .map(factor -> factor.parameter() + " " + factor.levels().get(0))
            .collect(Collectors.joining(", ", "Effects are changes against ", ".")));
    factors.stream()
        .filter(factor -> !factor.grouping().isEmpty())
        .forEach(
            factor ->
                notes.add(
                    "%s has too many values for an effect each; they count in groups: %s."
                        .formatted(factor.parameter(), factor.grouping())));
  }

  private void noteAliased(Regression fit) {
    if (!fit.aliased().isEmpty()) {
      notes.add(
          "The regression of %s leaves out %s, which the runs cannot tell apart from other values."
              .formatted(fit.response(), String.join(", ", fit.aliased())));
    }
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
  static Set<String> parameters(Configuration first, List<Configuration> others) {
    Set<String> names = new LinkedHashSet<>(first.values().keySet());
    others.forEach(configuration -> names.addAll(configuration.values().keySet()));
    return names;
  }
}
