package io.github.greenscreen.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionFitterTest {

  @Test
  void explain_fewerRunsThanCoefficients_saysHowManyAreNeeded() {
    RegressionFitter regressions = explain(new String[] {"a", "b", "c"}, 1, 2, 4);

    assertThat(regressions.fits()).isEmpty();
    assertThat(regressions.notes())
        .containsExactly(
            "There is no regression of energy_Wh: 3 runs are too few for 3 coefficients "
                + "and a residual; at least 4 runs are needed. Parameters are compared one at a "
                + "time instead (Kruskal-Wallis).");
    assertThat(regressions.comparisons())
        .extracting(KruskalWallisResult::response)
        .containsExactly("energy_Wh");
  }

  @Test
  void explain_sameResponse_saysSo() {
    assertThat(explain(new String[] {"a", "b", "a", "b"}, 2, 2, 2 + 1e-15, 2).notes())
        .containsExactly("There is no regression of energy_Wh: all 4 runs have the same value.");
  }

  @Test
  void explain_oneRun_saysSo() {
    assertThat(explain(new String[] {"a"}, 2).notes())
        .containsExactly("There is no regression of energy_Wh: a single run shows no differences.");
  }

  @Test
  void explain_sameParameters_saysSo() {
    assertThat(explain(new String[] {"a", "a", "a"}, 1, 2, 3).notes())
        .containsExactly(
            "There is no regression of energy_Wh: no parameter varies over the 3 runs.");
  }

  @Test
  void explain_noResidual_saysSo() {
    assertThat(explain(new String[] {"a", "a", "b", "b"}, 1, 1, 3, 3).notes())
        .containsExactly(
            "There is no regression of energy_Wh: the parameters explain the 4 runs "
                + "exactly, which leaves no residual to test effects.");
  }

  @Test
  void explain_notMeasured_saysNothing() {
    RegressionFitter regressions = explain(new String[] {"a", "b"}, Double.NaN, Double.NaN);

    assertThat(regressions.fits()).isEmpty();
    assertThat(regressions.notes()).isEmpty();
  }

  @Test
  void explain_missingResponses_leavesThoseRunsOut() {
    RegressionFitter regressions =
        explain(new String[] {"a", "b", "a", "b", "c"}, 1, 2, 1.5, 2.5, Double.NaN);

    assertThat(regressions.fits().get(0).runs()).isEqualTo(4);
    assertThat(regressions.fits().get(0).terms()).hasSize(2);
  }

  @Test
  void explain_valuesOfARange_countInGroups() {
    String[] rates = new String[24];
    double[] energy = new double[24];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = "0.00" + (100 + i);
      energy[i] = 1 + i + i % 3;
    }
    RegressionFitter regressions = explain(rates, energy);

    assertThat(regressions.fits().get(0).terms()).hasSize(4);
    assertThat(regressions.notes())
        .containsExactly(
            "Effects are changes relative to p 0.00100.",
            "p has too many values to estimate an effect for each; they are grouped: "
                + "0.00100 to 0.00105 as 0.00100, 0.00106 to 0.00111 as 0.00108, 0.00112 to "
                + "0.00117 as 0.00114, 0.00118 to 0.00123 as 0.00120.");
  }

  @Test
  void explain_seed_isNoParameter() {
    List<RunMetrics> runs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Configuration configuration =
          SampleRuns.configuration("p", i % 2 == 0 ? "a" : "b", "seed", Integer.toString(i));
      runs.add(SampleRuns.metrics("00" + i, configuration, 0.5, 10, 1 + i * i));
    }
    RegressionFitter regressions = new RegressionFitter(runs, runs.get(0).configuration());

    regressions.explain("energy_Wh", RunMetrics::energyWh);

    assertThat(regressions.fits().get(0).tests())
        .extracting(Regression.ParameterTest::parameter)
        .containsExactly("p");
  }

  @Test
  void explain_aliased_isNamedInANote() {
    List<RunMetrics> runs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String both = i % 2 == 0 ? "a" : "b";
      runs.add(
          SampleRuns.metrics(
              "00" + i, SampleRuns.configuration("p", both, "q", both), 0.5, 10, 1 + i * i));
    }
    RegressionFitter regressions = new RegressionFitter(runs, runs.get(0).configuration());

    regressions.explain("energy_Wh", RunMetrics::energyWh);

    assertThat(regressions.fits().get(0).aliased()).containsExactly("q=b");
    assertThat(regressions.notes())
        .containsExactly(
            "Effects are changes relative to p a, q a.",
            "The regression of energy_Wh leaves out q=b, which the runs cannot tell apart from"
                + " other values.");
  }

  private static RegressionFitter explain(String[] values, double... energies) {
    List<RunMetrics> runs = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      runs.add(
          SampleRuns.metrics(
              "00" + i, SampleRuns.configuration("p", values[i]), 0.5, 10, energies[i]));
    }
    RegressionFitter regressions = new RegressionFitter(runs, runs.get(0).configuration());
    regressions.explain("energy_Wh", RunMetrics::energyWh);
    return regressions;
  }
}
