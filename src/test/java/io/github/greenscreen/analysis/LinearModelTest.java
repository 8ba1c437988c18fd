package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearModelTest {

  @Test
  void fit_unbalancedAndAliased_equalsR() {
    AnalysisResult result = Analysis.of(synthetic(), AnalysisOptions.none());

    assertThat(result.regressions())
        .extracting(Regression::response)
        .containsExactly("energy_Wh", "power_W");
    assertThat(result.regressions().get(0).aliased())
        .containsExactly("internal=jit_compilation", "schedule=cosine");
    ExpectedNumbers.check("synthetic-expected.csv", result.regressions());
  }

  @Test
  void fit_responseInAllRuns_equalsR() {
    List<RunMetrics> runs = synthetic().stream().map(Metrics::of).toList();
    Regressions regressions = new Regressions(runs, runs.get(0).configuration());

    regressions.explain("seconds", RunMetrics::seconds);

    ExpectedNumbers.check("synthetic-expected.csv", regressions.fits());
  }

  @Test
  void fit_twoGroups_isTheDifferenceOfMeans() {
    List<Configuration> runs = new ArrayList<>();
    for (String value : List.of("a", "a", "b", "b")) {
      runs.add(SampleRuns.configuration("p", value));
    }
    Factor factor = Factor.of("p", runs, runs.get(0));

    Regression fit = new LinearModel("y", new double[] {1, 3, 5, 9}, List.of(factor)).fit();

    assertThat(fit.terms()).extracting(Regression.Term::value).containsExactly("", "b");
    assertThat(fit.terms().get(0).estimate()).isEqualTo(2, within(1e-12));
    assertThat(fit.terms().get(1).estimate()).isEqualTo(5, within(1e-12));
    assertThat(fit.residualDegreesOfFreedom()).isEqualTo(2);
    assertThat(fit.tests().get(0).f()).isEqualTo(fit.fStatistic(), within(1e-12));
  }

  @Test
  void fit_knownEffects_intervalsCoverThemInNineteenOfTwentySweeps() {
    Random random = new Random(3);
    int covered = 0;
    int sweeps = 1000;
    for (int i = 0; i < sweeps; i++) {
      Regression.Term term = simulated(random).terms().get(1);
      covered += term.low() <= 5 && 5 <= term.high() ? 1 : 0;
    }

    assertThat(covered / (double) sweeps).isBetween(0.93, 0.97);
  }

  /** Fit 20 runs in which value b of p costs 5 more than a, and q nothing. */
  private static Regression simulated(Random random) {
    List<Configuration> runs = new ArrayList<>();
    double[] y = new double[20];
    for (int i = 0; i < y.length; i++) {
      String p = i == 0 || random.nextBoolean() ? "a" : "b";
      String q = i == 0 ? "x" : List.of("x", "y", "z").get(random.nextInt(3));
      runs.add(SampleRuns.configuration("p", p, "q", q));
      y[i] = 40 + (p.equals("b") ? 5 : 0) + 3 * random.nextGaussian();
    }
    List<Factor> factors =
        List.of(Factor.of("p", runs, runs.get(0)), Factor.of("q", runs, runs.get(0)));
    return new LinearModel("y", y, factors).fit();
  }

  /** Read the runs of {@code synthetic.csv}. */
  static List<RunRecord> synthetic() {
    List<String> lines = ExpectedNumbers.lines("synthetic.csv");
    List<String> names = Arrays.asList(lines.get(0).split(","));
    return lines.stream().skip(1).map(line -> run(names, List.of(line.split(",")))).toList();
  }

  private static RunRecord run(List<String> names, List<String> cells) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < names.size() - 3; i++) {
      values.put(names.get(i), cells.get(i));
    }
    String energy = cells.get(names.indexOf("energy_Wh"));
    return SampleRuns.run(
        cells.get(0),
        Configuration.of(values),
        Double.parseDouble(cells.get(names.indexOf("val_accuracy"))),
        Double.parseDouble(cells.get(names.indexOf("seconds"))),
        energy.equals("N/A") ? Double.NaN : Double.parseDouble(energy));
  }
}
