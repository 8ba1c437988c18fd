package io.github.greenscreen.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.ExpectedNumbers;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

public class LinearModelTest {

  @Test
  void fit_unbalancedAndAliased_equalsR() {
    AnalysisResult result = Analysis.of(synthetic(), AnalysisOptions.none());

    assertThat(result.regressions())
        .extracting(Regression::response)
        .containsExactly("energy_Wh", "log_energy", "power_W", "val_accuracy", "efficiency");
    assertThat(result.regressions().get(0).aliased())
        .containsExactly("internal=jit_compilation", "schedule=cosine");
    ExpectedNumbers.check("synthetic-expected.csv", result.regressions());
  }

  @Test
  void interactions_unbalancedAndAliased_equalR() {
    AnalysisResult result = Analysis.of(synthetic(), AnalysisOptions.none().withInteractions());

    ExpectedNumbers.checkInteractions("synthetic-expected.csv", result.interactions());
    assertThat(result.interactions())
        .allMatch(pair -> pair.residualDegreesOfFreedom() >= Interaction.MIN_LEFT)
        .anyMatch(pair -> pair.degreesOfFreedom() < pair.possibleDegreesOfFreedom())
        .allMatch(pair -> pair.terms().size() == pair.degreesOfFreedom());
    assertThat(result.notes())
        .anyMatch(note -> note.startsWith("These pairs of parameters cannot be added to"));
  }

  @Test
  void interactions_notAskedFor_areLeftOut() {
    assertThat(Analysis.of(synthetic(), AnalysisOptions.none()).interactions()).isEmpty();
  }

  @Test
  void fit_responseInAllRuns_equalsR() {
    List<RunMetrics> runs = synthetic().stream().map(RunMetricsFactory::of).toList();
    RegressionFitter regressions = new RegressionFitter(runs, runs.get(0).configuration());

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

    Regression fit =
        new LinearModel(
                "y", new double[] {1, 3, 5, 9}, List.of("1", "2", "3", "4"), List.of(factor))
            .fit();

    assertThat(fit.terms()).extracting(Regression.Term::value).containsExactly("", "b");
    assertThat(fit.terms().get(0).estimate()).isEqualTo(2, within(1e-12));
    assertThat(fit.terms().get(1).estimate()).isEqualTo(5, within(1e-12));
    assertThat(fit.residualDegreesOfFreedom()).isEqualTo(2);
    assertThat(fit.tests().get(0).f()).isEqualTo(fit.fStatistic(), within(1e-12));
  }

  @Test
  void fit_oneRunOfAValue_leavesItsRobustErrorOpen() {
    List<Configuration> runs = new ArrayList<>();
    for (String value : List.of("a", "a", "a", "b", "c", "c", "c")) {
      runs.add(SampleRuns.configuration("p", value));
    }
    Factor factor = Factor.of("p", runs, runs.get(0));
    List<String> names = List.of("1", "2", "3", "4", "5", "6", "7");
    double[] y = {1, 2, 4, 50, 6, 7, 9};

    Regression fit = new LinearModel("y", y, names, List.of(factor)).fit();

    assertThat(fit.terms().get(1).robust().standardError()).isNaN();
    assertThat(fit.terms().get(1).standardError()).isPositive();
    assertThat(fit.terms().get(2).robust().standardError()).isPositive();
    assertThat(fit.diagnostics().determined()).containsExactly("4");
    assertThat(fit.diagnostics().highestRun()).isEqualTo("4");
    assertThat(fit.crossValidatedRSquared()).isFinite();
  }

  /** Read the runs of {@code synthetic.csv}. */
  public static List<RunRecord> synthetic() {
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
