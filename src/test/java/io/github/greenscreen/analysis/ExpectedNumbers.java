package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.greenscreen.analysis.regression.Diagnostics;
import io.github.greenscreen.analysis.regression.Interaction;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** The numbers that R recorded with {@code reference.R}, and ours under the same keys. */
public final class ExpectedNumbers {
  private static final Path FOLDER = Path.of("src/test/resources/io/github/greenscreen/analysis");

  private ExpectedNumbers() {}

  public static List<String> lines(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compare all numbers of {@code regressions} with those in {@code file}, to six digits. */
  public static void check(String file, List<Regression> regressions) {
    Map<String, Double> actual = new TreeMap<>();
    regressions.forEach(fit -> put(actual, fit));
    check(
        file,
        actual,
        (response, kind) ->
            !List.of("interaction", "kruskal_wallis", "prediction", "bounded_prediction")
                    .contains(kind)
                && regressions.stream().anyMatch(fit -> response.equals(fit.response())));
  }

  /** Compare pairs of parameters likewise. */
  public static void checkInteractions(String file, List<Interaction> interactions) {
    Map<String, Double> actual = new TreeMap<>();
    interactions.forEach(pair -> put(actual, pair));
    check(
        file,
        actual,
        (response, kind) ->
            kind.equals("interaction")
                && interactions.stream().anyMatch(pair -> pair.response().equals(response)));
  }

  /** Compare parameters one at a time likewise, for the response of {@code comparison}. */
  public static void checkComparison(String file, KruskalWallisResult comparison) {
    Map<String, Double> actual = new TreeMap<>();
    put(actual, comparison);
    check(
        file,
        actual,
        (response, kind) ->
            kind.equals("kruskal_wallis") && response.equals(comparison.response()));
  }

  /** Compare predictions of {@code seconds} by the names of runs likewise. */
  public static void checkPredictions(String file, Map<String, ResponsePrediction> predictions) {
    Map<String, Double> actual = new TreeMap<>();
    predictions.forEach(
        (run, prediction) -> {
          String key = "seconds,prediction," + run + ",,";
          actual.put(key + "value", prediction.value());
          actual.put(key + "low", prediction.low());
          actual.put(key + "high", prediction.high());
        });
    check(
        file, actual, (response, kind) -> kind.equals("prediction") && response.equals("seconds"));
  }

  /** Compare the prediction for {@code run} on the scale that bounds its response likewise. */
  public static void checkBounded(String file, String run, ResponsePrediction prediction) {
    String key = prediction.response() + ",bounded_prediction," + run + ",,";
    Map<String, Double> expected = new TreeMap<>();
    for (String line : lines(file)) {
      if (line.startsWith(key)) {
        int split = line.lastIndexOf(',');
        expected.put(
            line.substring(key.length(), split), Double.parseDouble(line.substring(split + 1)));
      }
    }
    assertThat(expected).hasSize(3);
    assertThat(prediction.value()).isCloseTo(expected.get("value"), withinPercentage(5e-5));
    assertThat(prediction.low()).isCloseTo(expected.get("low"), withinPercentage(5e-5));
    assertThat(prediction.high()).isCloseTo(expected.get("high"), withinPercentage(5e-5));
  }

  private static void check(
      String file, Map<String, Double> actual, BiPredicate<String, String> covered) {
    Map<String, Double> expected = new TreeMap<>();
    for (String line : lines(file).subList(1, lines(file).size())) {
      String[] cells = line.split(",", -1);
      if (covered.test(cells[0], cells[1])) {
        String number = cells[cells.length - 1];
        double value = number.equals("NA") ? Double.NaN : Double.parseDouble(number);
        expected.put(line.substring(0, line.lastIndexOf(',')), value);
      }
    }
    assertThat(actual.keySet()).isEqualTo(expected.keySet()).hasSizeGreaterThan(8);
    expected.forEach(
        (key, number) ->
            assertThat(
                    Math.abs(actual.get(key) - number) <= 5e-7 * Math.abs(number)
                        || actual.get(key).equals(number))
                .as("%s: R has %s, we have %s", key, number, actual.get(key))
                .isTrue());
  }

  private static void put(Map<String, Double> numbers, Regression fit) {
    String model = fit.response() + ",model,,,";
    numbers.put(model + "n", (double) fit.runs());
    numbers.put(model + "df_residual", (double) fit.residualDegreesOfFreedom());
    numbers.put(model + "r2", fit.rSquared());
    numbers.put(model + "adjusted_r2", fit.adjustedRSquared());
    numbers.put(model + "cross_validated_r2", fit.crossValidatedRSquared());
    numbers.put(model + "f", fit.fStatistic());
    numbers.put(model + "p", fit.pValue());
    numbers.put(model + "sigma", fit.residualStandardError());
    for (Regression.Term term : fit.terms()) {
      String key = fit.response() + ",term," + term.parameter() + "," + term.value() + ",";
      numbers.put(key + "estimate", term.estimate());
      numbers.put(key + "std_error", term.standardError());
      numbers.put(key + "t", term.t());
      numbers.put(key + "p", term.p());
      numbers.put(key + "low", term.low());
      numbers.put(key + "high", term.high());
      numbers.put(key + "hc3_std_error", term.robust().standardError());
      numbers.put(key + "hc3_t", term.robust().t());
      numbers.put(key + "hc3_p", term.robust().p());
      numbers.put(key + "hc3_low", term.robust().low());
      numbers.put(key + "hc3_high", term.robust().high());
      if (fit.isLogarithmic() && !term.value().isEmpty()) {
        numbers.put(key + "percent", Regression.percent(term.estimate()));
      }
    }
    for (Regression.ParameterTest test : fit.tests()) {
      String key = fit.response() + ",parameter," + test.parameter() + ",,";
      numbers.put(key + "df", (double) test.degreesOfFreedom());
      numbers.put(key + "f", test.f());
      numbers.put(key + "p", test.p());
      numbers.put(key + "p_adjusted", test.adjustedP());
      numbers.put(key + "partial_eta2", test.partialEtaSquared());
      numbers.put(key + "gvif", test.inflation());
    }
    put(numbers, fit.response() + ",residuals,", fit.diagnostics());
    for (String alias : fit.aliased()) {
      numbers.put(fit.response() + ",aliased," + alias.replace('=', ',') + ",", Double.NaN);
    }
  }

  private static void put(Map<String, Double> numbers, String key, Diagnostics residuals) {
    numbers.put(key + "breusch_pagan,,statistic", residuals.breuschPagan().statistic());
    numbers.put(key + "breusch_pagan,,df", (double) residuals.breuschPagan().degreesOfFreedom());
    numbers.put(key + "breusch_pagan,,p", residuals.breuschPagan().p());
    numbers.put(key + "jarque_bera,,statistic", residuals.jarqueBera().statistic());
    numbers.put(key + "jarque_bera,,p", residuals.jarqueBera().p());
    numbers.put(key + "durbin_watson,,statistic", residuals.durbinWatson().statistic());
    numbers.put(key + "durbin_watson,,p", residuals.durbinWatson().p());
    numbers.put(
        key + "leverage," + residuals.highestRun() + ",statistic", residuals.highestLeverage());
  }

  private static void put(Map<String, Double> numbers, Interaction pair) {
    String key = pair.response() + ",interaction," + pair.pair() + ",,";
    numbers.put(key + "df", (double) pair.degreesOfFreedom());
    numbers.put(key + "df_residual", (double) pair.residualDegreesOfFreedom());
    numbers.put(key + "f", pair.f());
    numbers.put(key + "p", pair.p());
    numbers.put(key + "p_adjusted", pair.adjustedP());
    numbers.put(key + "partial_eta2", pair.partialEtaSquared());
  }

  private static void put(Map<String, Double> numbers, KruskalWallisResult comparison) {
    for (KruskalWallisResult.Test test : comparison.tests()) {
      String key = comparison.response() + ",kruskal_wallis," + test.parameter() + ",,";
      numbers.put(key + "df", (double) test.degreesOfFreedom());
      numbers.put(key + "statistic", test.statistic());
      numbers.put(key + "p", test.p());
      numbers.put(key + "p_adjusted", test.adjustedP());
    }
  }
}
