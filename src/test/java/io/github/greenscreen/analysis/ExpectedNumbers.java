package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The numbers that R recorded with {@code reference.R}, and ours under the same keys. */
final class ExpectedNumbers {
  private static final Path FOLDER = Path.of("src/test/resources/io/github/greenscreen/analysis");

  private ExpectedNumbers() {}

  static List<String> lines(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compare all numbers of {@code regressions} with those in {@code file}, to six digits. */
  static void check(String file, List<Regression> regressions) {
    Map<String, Double> expected = new TreeMap<>();
    for (String line : lines(file).subList(1, lines(file).size())) {
      int comma = line.lastIndexOf(',');
      String number = line.substring(comma + 1);
      boolean covered = regressions.stream().anyMatch(fit -> line.startsWith(fit.response() + ","));
      if (covered) {
        double value = number.equals("NA") ? Double.NaN : Double.parseDouble(number);
        expected.put(line.substring(0, comma), value);
      }
    }
    Map<String, Double> actual = new TreeMap<>();
    regressions.forEach(fit -> put(actual, fit));
    assertThat(actual.keySet()).isEqualTo(expected.keySet()).hasSizeGreaterThan(100);
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
    }
    for (Regression.ParameterTest test : fit.tests()) {
      String key = fit.response() + ",parameter," + test.parameter() + ",,";
      numbers.put(key + "df", (double) test.degreesOfFreedom());
      numbers.put(key + "f", test.f());
      numbers.put(key + "p", test.p());
      numbers.put(key + "p_adjusted", test.adjustedP());
      numbers.put(key + "partial_eta2", test.partialEtaSquared());
    }
    for (String alias : fit.aliased()) {
      numbers.put(fit.response() + ",aliased," + alias.replace('=', ',') + ",", Double.NaN);
    }
  }
}
