package io.github.greenscreen.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Golden;
import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisTextTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void all_anyLocale_isTheSame(String locale) {
    Locale.setDefault(Locale.forLanguageTag(locale));

    Golden.check(AnalysisTextTest.class, "analysis.txt", AnalysisText.all(SampleAnalysis.result()));
  }

  @Test
  void all_threeParameters_correlatesImportanceWithTheRegression() {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < 108; i++) {
      int size = i % 4;
      int lr = i / 4 % 3;
      String noise = "" + i / 12 % 3;
      double wattHours = 10 + 10 * size + 3 * lr + (i * 37 % 11) / 10.0;
      runs.add(
          SampleRuns.run(
              String.format(Locale.ROOT, "%03d", i + 1),
              SampleRuns.configuration("size", "" + size, "lr", "" + lr, "noise", noise),
              0.5,
              60,
              wattHours));
    }

    assertThat(AnalysisText.all(Analysis.of(runs, AnalysisOptions.none())))
        .contains("Importance of parameters (PED-ANOVA: the best 11 of 108 runs against all)")
        .containsPattern(
            "\\n"
                + "Rank correlation of importance and partial eta2 \\(Spearman\\), for the lowest"
                + " energy_Wh 1 \\(3 parameters\\), highest efficiency 1 \\(3 parameters\\)\\n");
  }

  @Test
  void all_noMeter_showsSeconds() {
    Golden.check(
        AnalysisTextTest.class,
        "analysis-without-meter.txt",
        AnalysisText.all(SampleAnalysis.withoutMeter()));
  }

  @Test
  void all_estimatedPower_isMarkedInEveryTable() {
    Golden.check(
        AnalysisTextTest.class,
        "analysis-estimated.txt",
        AnalysisText.all(SampleAnalysis.estimated()));
  }

  @Test
  void all_measuredAndEstimatedPower_tellsThemApart() {
    Golden.check(
        AnalysisTextTest.class,
        "analysis-mixed.txt",
        AnalysisText.all(
            SampleAnalysis.estimated("001", "002", "003", "004", "005", "007", "008", "009")));
  }

  @Test
  void all_noRuns_isTheNote() {
    assertThat(AnalysisText.all(Analysis.of(List.of(), AnalysisOptions.none())))
        .isEqualTo(
            "Notes\n- No baseline or sweep run has completed, so there is nothing to analyse.\n");
  }
}
