package io.github.greenscreen.analysis.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.importance.Importance.Share;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImportanceAgreementTest {
  private static final Importance FOUR =
      new Importance(
          "energy_Wh",
          false,
          100,
          10,
          List.of(
              new Share("a", 0.6, 0.001),
              new Share("b", 0.2, 0.3),
              new Share("c", 0.15, 0.04),
              new Share("d", 0.05, 0.9)));

  @Test
  void of_realSweep_ranksParametersAlike() {
    Random random = new Random(1);
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int size = random.nextInt(4);
      int lr = random.nextInt(3);
      int noise = random.nextInt(3);
      runs.add(
          SampleRuns.run(
              String.format(Locale.ROOT, "%03d", i + 1),
              SampleRuns.configuration("size", "" + size, "lr", "" + lr, "noise", "" + noise),
              0.5,
              60,
              10 + 10 * size + 3 * lr + random.nextDouble()));
    }
    AnalysisResult result = Analysis.of(runs, AnalysisOptions.none());
    Importance energy = result.importances().get(1);

    ImportanceAgreement agreement = ImportanceAgreement.of(energy, result.regression("energy_Wh"));

    assertThat(agreement.compared()).isEqualTo(3);
    assertThat(agreement.rankCorrelation()).isEqualTo(1);
    assertThat(agreement.sides())
        .extracting(side -> side.share().parameter())
        .startsWith("size", "lr");
    assertThat(agreement.sides().get(0).verdict()).isEqualTo("both");
    assertThat(agreement.sides().get(2).verdict()).isEqualTo("neither");
  }

  @Test
  void of_fourParameters_correlatesTheirRanksAndSaysWhichFindsThem() {
    ImportanceAgreement agreement =
        new ImportanceAgreement(
            List.of(side(0, 0.9, 0.01), side(1, 0.1, 0.05), side(2, 0.5, 0.2), side(3, 0.02, 0.9)),
            Double.NaN);
    ImportanceAgreement found = ImportanceAgreement.of(FOUR, Optional.empty());

    assertThat(agreement.sides())
        .extracting(ImportanceAgreement.Side::verdict)
        .containsExactly("both", "regression", "importance", "neither");
    assertThat(found.rankCorrelation()).isNaN();
    assertThat(found.compared()).isZero();
    assertThat(found.sides())
        .extracting(ImportanceAgreement.Side::verdict)
        .containsExactly("importance", "neither", "importance", "neither");
  }

  @Test
  void rankCorrelation_byHand_isSpearmans() {
    List<ParameterTest> tests =
        List.of(test("a", 0.9), test("b", 0.1), test("c", 0.5), test("d", 0.02), test("e", 0.7));

    // Ranks 4 3 2 1 against 4 2 3 1: 1 - 6 (1 + 1) / (4 (16 - 1)).
    assertThat(ImportanceAgreement.of(FOUR, tests).rankCorrelation()).isCloseTo(0.8, within(1e-12));
  }

  private static ImportanceAgreement.Side side(int place, double eta, double p) {
    Share share = FOUR.shares().get(place);
    return new ImportanceAgreement.Side(
        share, Optional.of(new ParameterTest(share.parameter(), 1, 1, p, p, eta, 1, 1)));
  }

  private static ParameterTest test(String parameter, double eta) {
    return new ParameterTest(parameter, 1, 1, 0.5, 0.5, eta, 1, 1);
  }
}
