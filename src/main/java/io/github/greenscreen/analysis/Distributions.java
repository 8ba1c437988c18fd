package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.ResponseDistribution.Group;
import io.github.greenscreen.analysis.ResponseDistribution.Split;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.regression.Factor;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.statistics.FiveNumberSummary;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Computes the distributions of power and accuracy, and chooses the parameters to split them by.
 */
final class Distributions {
  private static final int MAX_SPLITS = 2;
  private static final double LEVEL = 0.1;

  private final AnalysisResult result;

  private Distributions(AnalysisResult result) {
    this.result = result;
  }

  /**
   * Return the distributions of power and accuracy, in this order; a metric that no run has is
   * missing.
   */
  static List<ResponseDistribution> of(AnalysisResult result) {
    Distributions all = new Distributions(result);
    return Stream.of(
            all.of(ResponseVariable.POWER, List.of(ResponseVariable.POWER)),
            all.of(
                ResponseDistribution.ACCURACY,
                List.of(ResponseVariable.DELIVERED, ResponseVariable.VAL_ACCURACY)))
        .filter(found -> found.all().runs() > 0)
        .toList();
  }

  private ResponseDistribution of(String metric, List<String> responses) {
    ResponseDistribution whole =
        new ResponseDistribution(metric, spread(metric, result.runs()), List.of());
    List<RunMetrics> known =
        result.runs().stream().filter(run -> Double.isFinite(whole.of(run))).toList();
    List<Split> splits =
        decisive(responses).stream()
            .map(test -> split(metric, known, test.getKey(), test.getValue()))
            .filter(split -> split.groups().size() > 1)
            .toList();
    return new ResponseDistribution(metric, whole.all(), splits);
  }

  /**
   * Return up to two parameters with the lowest adjusted p-values below 0.1, or, if none is below
   * 0.1, the one with the lowest. The p-values come from the regression or from the tests that
   * replace it.
   */
  private List<Map.Entry<String, Double>> decisive(List<String> responses) {
    List<Map.Entry<String, Double>> order =
        tests(responses).stream()
            .filter(test -> Double.isFinite(test.getValue()))
            .sorted(Comparator.comparingDouble(Map.Entry::getValue))
            .toList();
    List<Map.Entry<String, Double>> clear =
        order.stream().filter(test -> test.getValue() < LEVEL).limit(MAX_SPLITS).toList();
    return clear.isEmpty() ? order.stream().limit(1).toList() : clear;
  }

  private List<Map.Entry<String, Double>> tests(List<String> responses) {
    Optional<Regression> fit =
        responses.stream().flatMap(name -> result.regression(name).stream()).findFirst();
    if (fit.isPresent()) {
      return fit.get().tests().stream()
          .sorted(Comparator.comparingDouble(test -> -test.f()))
          .map(test -> Map.entry(test.parameter(), test.adjustedP()))
          .toList();
    }
    return responses.stream()
        .flatMap(name -> result.comparisons().stream().filter(each -> each.response().equals(name)))
        .findFirst()
        .map(
            found ->
                found.tests().stream()
                    .map(test -> Map.entry(test.parameter(), test.adjustedP()))
                    .toList())
        .orElse(List.of());
  }

  private Split split(String metric, List<RunMetrics> runs, String parameter, double p) {
    Configuration reference =
        result
            .referenceRuns()
            .baseline()
            .map(RunMetrics::configuration)
            .orElse(Configuration.of(Map.of()));
    Factor factor =
        Factor.of(parameter, runs.stream().map(RunMetrics::configuration).toList(), reference)
            .coarse();
    int[] codes = factor.codes();
    List<Group> groups = new ArrayList<>();
    for (int level = 0; level < factor.levels().size(); level++) {
      List<RunMetrics> members = new ArrayList<>();
      for (int run = 0; run < codes.length; run++) {
        if (codes[run] == level) {
          members.add(runs.get(run));
        }
      }
      groups.add(
          new Group(
              factor.levels().get(level),
              spread(metric, members),
              members.stream().map(RunMetrics::name).toList()));
    }
    return new Split(parameter, p, factor.grouping(), groups);
  }

  private static FiveNumberSummary spread(String metric, List<RunMetrics> runs) {
    ResponseDistribution quantity =
        new ResponseDistribution(metric, FiveNumberSummary.of(new double[0]), List.of());
    return FiveNumberSummary.of(runs.stream().mapToDouble(quantity::of).toArray());
  }
}
