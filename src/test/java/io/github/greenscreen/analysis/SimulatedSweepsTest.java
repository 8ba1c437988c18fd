package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.Regression.ParameterTest;
import io.github.greenscreen.analysis.Regression.Term;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 1,000 sweeps of 60 runs whose effects are known: eight parameters of three values each, of which
 * the first two change the energy and the others do not.
 */
class SimulatedSweepsTest {
  private static final int SWEEPS = 1000;
  private static final int RUNS = 60;
  private static final int PARAMETERS = 8;
  private static final Map<String, Double> EFFECTS =
      Map.of("p0=b", 6.0, "p0=c", -4.0, "p1=b", 3.0, "p1=c", 5.0);
  private static final double LEVEL = 0.05;

  private static final List<Regression> FITS = new ArrayList<>();

  @BeforeAll
  static void simulate() {
    FITS.clear();
    Random random = new Random(3);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      FITS.add(sweep(random));
    }
  }

  @Test
  void intervals_ofEveryTerm_coverTheTruthInNineteenOfTwentySweeps() {
    Map<String, Integer> covered = new TreeMap<>();
    for (Regression fit : FITS) {
      for (Term term : fit.terms().subList(1, fit.terms().size())) {
        double truth = truth(term);
        boolean inside = term.low() <= truth && truth <= term.high();
        covered.merge(term.parameter() + "=" + term.value(), inside ? 1 : 0, Integer::sum);
      }
    }

    assertThat(covered).hasSize(2 * PARAMETERS);
    assertThat(covered.values())
        .allSatisfy(count -> assertThat(count / (double) SWEEPS).isBetween(0.93, 0.97));
  }

  @Test
  void robustIntervals_ofAllTerms_areWideRatherThanNarrow() {
    long all = 0;
    long covered = 0;
    for (Regression fit : FITS) {
      for (Term term : fit.terms().subList(1, fit.terms().size())) {
        double truth = truth(term);
        all++;
        covered += term.robust().low() <= truth && truth <= term.robust().high() ? 1 : 0;
      }
    }

    // HC3 errs on the safe side where runs are few (Long and Ervin, 2000).
    assertThat(covered / (double) all).isBetween(0.95, 0.98);
  }

  @Test
  void adjustedP_ofParametersWithoutEffect_discoversFewerThanTheLevel() {
    double share = 0;
    int power = 0;
    for (Regression fit : FITS) {
      List<String> found =
          fit.tests().stream()
              .filter(test -> test.adjustedP() < LEVEL)
              .map(ParameterTest::parameter)
              .toList();
      long wrong = found.stream().filter(name -> !List.of("p0", "p1").contains(name)).count();
      share += found.isEmpty() ? 0 : wrong / (double) found.size();
      power += found.contains("p0") ? 1 : 0;
    }

    assertThat(share / SWEEPS).isLessThan(LEVEL);
    assertThat(power / (double) SWEEPS).isGreaterThan(0.9);
  }

  private static Regression sweep(Random random) {
    List<Configuration> runs = new ArrayList<>();
    double[] y = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      Map<String, String> values = new LinkedHashMap<>();
      y[i] = 40 + 4 * random.nextGaussian();
      for (int k = 0; k < PARAMETERS; k++) {
        String value = i == 0 ? "a" : List.of("a", "b", "c").get(random.nextInt(3));
        values.put("p" + k, value);
        y[i] += EFFECTS.getOrDefault("p" + k + "=" + value, 0.0);
      }
      runs.add(Configuration.of(values));
    }
    List<Factor> factors =
        IntStream.range(0, PARAMETERS)
            .mapToObj(k -> Factor.of("p" + k, runs, runs.get(0)))
            .toList();
    List<String> names = IntStream.range(0, RUNS).mapToObj(Integer::toString).toList();
    return new LinearModel("y", y, names, factors).fit();
  }

  private static double truth(Term term) {
    return EFFECTS.getOrDefault(term.parameter() + "=" + term.value(), 0.0);
  }
}
