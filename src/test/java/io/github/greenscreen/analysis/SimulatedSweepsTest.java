package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.regression.Factor;
import io.github.greenscreen.analysis.regression.LinearModel;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.analysis.regression.Regression.Term;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 1,000 sweeps of 60 runs, and 1,000 of 300 runs with uneven noise, whose effects are known: eight
 * parameters of three values each, of which the first two change the energy and the others do not.
 */
class SimulatedSweepsTest {
  private static final int SWEEPS = 1000;
  private static final int RUNS = 60;
  private static final int PARAMETERS = 8;
  private static final Map<String, Double> EFFECTS =
      Map.of("p0=b", 6.0, "p0=c", -4.0, "p1=b", 3.0, "p1=c", 5.0);
  private static final double LEVEL = 0.05;

  private static final List<Regression> FITS = new ArrayList<>();

  /** Of five times as many runs whose energies scatter the more, the more a run takes. */
  private static final List<Regression> UNEVEN = new ArrayList<>();

  @BeforeAll
  static void simulate() {
    FITS.clear();
    UNEVEN.clear();
    Random random = new Random(3);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      FITS.add(sweep(random, RUNS, mean -> 4));
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      UNEVEN.add(sweep(random, 5 * RUNS, mean -> mean > 43 ? 9 : mean > 38 ? 4 : 1.5));
    }
  }

  @Test
  void intervals_ofEveryTerm_coverTheTruthInNineteenOfTwentySweeps() {
    Map<String, Double> covered = covered(FITS, term -> List.of(term.low(), term.high()));

    assertThat(covered).hasSize(2 * PARAMETERS);
    assertThat(covered.values()).allSatisfy(share -> assertThat(share).isBetween(0.93, 0.97));
  }

  @Test
  void robustIntervals_ofFewRuns_areWideRatherThanNarrow() {
    Map<String, Double> covered = covered(FITS, SimulatedSweepsTest::robust);

    // HC3 errs on the safe side where runs are few (Long and Ervin, 2000).
    assertThat(covered.values()).allSatisfy(share -> assertThat(share).isBetween(0.95, 0.99));
  }

  @Test
  void robustIntervals_ofManyRunsWithUnevenNoise_coverTheTruthWhereOthersDoNot() {
    Map<String, Double> robust = covered(UNEVEN, SimulatedSweepsTest::robust);
    Map<String, Double> classical = covered(UNEVEN, term -> List.of(term.low(), term.high()));

    assertThat(robust).hasSize(2 * PARAMETERS);
    assertThat(robust.values()).allSatisfy(share -> assertThat(share).isBetween(0.93, 0.97));
    assertThat(classical.get("p0=b")).as("too narrow where it scatters most").isLessThan(0.93);
    assertThat(classical.get("p0=c")).as("too wide where it scatters least").isGreaterThan(0.97);
  }

  @Test
  void adjustedP_ofParametersWithoutEffect_discoversFewerThanTheLevel() {
    assertThat(falseDiscoveries(FITS)).isLessThan(LEVEL);
    assertThat(falseDiscoveries(UNEVEN)).as("with uneven noise").isLessThan(LEVEL);
    assertThat(FITS.stream().filter(fit -> found(fit).contains("p0")).count() / (double) SWEEPS)
        .isGreaterThan(0.9);
  }

  /** Return for every term the share of sweeps whose interval holds its true effect. */
  private static Map<String, Double> covered(
      List<Regression> fits, Function<Term, List<Double>> interval) {
    Map<String, Double> covered = new TreeMap<>();
    for (Regression fit : fits) {
      for (Term term : fit.terms().subList(1, fit.terms().size())) {
        List<Double> ends = interval.apply(term);
        double truth = truth(term);
        boolean inside = ends.get(0) <= truth && truth <= ends.get(1);
        String name = term.parameter() + "=" + term.value();
        covered.merge(name, inside ? 1.0 / fits.size() : 0, Double::sum);
      }
    }
    return covered;
  }

  private static List<Double> robust(Term term) {
    return List.of(term.robust().low(), term.robust().high());
  }

  /** Return the mean share of parameters without effect among those that are found. */
  private static double falseDiscoveries(List<Regression> fits) {
    double share = 0;
    for (Regression fit : fits) {
      List<String> found = found(fit);
      long wrong = found.stream().filter(name -> !List.of("p0", "p1").contains(name)).count();
      share += found.isEmpty() ? 0 : wrong / (double) found.size();
    }
    return share / fits.size();
  }

  private static List<String> found(Regression fit) {
    return fit.tests().stream()
        .filter(test -> test.adjustedP() < LEVEL)
        .map(ParameterTest::parameter)
        .toList();
  }

  /** Simulate {@code count} runs whose noise has the {@code spread} of their true energy. */
  private static Regression sweep(Random random, int count, DoubleUnaryOperator spread) {
    List<Configuration> runs = new ArrayList<>();
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      Map<String, String> values = new LinkedHashMap<>();
      double noise = random.nextGaussian();
      y[i] = 40;
      for (int k = 0; k < PARAMETERS; k++) {
        String value = i == 0 ? "a" : List.of("a", "b", "c").get(random.nextInt(3));
        values.put("p" + k, value);
        y[i] += EFFECTS.getOrDefault("p" + k + "=" + value, 0.0);
      }
      y[i] += spread.applyAsDouble(y[i]) * noise;
      runs.add(Configuration.of(values));
    }
    List<Factor> factors =
        IntStream.range(0, PARAMETERS)
            .mapToObj(k -> Factor.of("p" + k, runs, runs.get(0)))
            .toList();
    List<String> names = IntStream.range(0, count).mapToObj(Integer::toString).toList();
    return new LinearModel("y", y, names, factors).fit();
  }

  private static double truth(Term term) {
    return EFFECTS.getOrDefault(term.parameter() + "=" + term.value(), 0.0);
  }
}
