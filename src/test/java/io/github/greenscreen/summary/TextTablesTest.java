package io.github.greenscreen.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Golden;
import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTablesTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void all_anyLocale_isTheSame(String locale) {
    Locale.setDefault(Locale.forLanguageTag(locale));

    Golden.check(TextTablesTest.class, "analysis.txt", TextTables.all(SampleAnalysis.result()));
  }

  @Test
  void all_noMeter_showsSeconds() {
    Golden.check(
        TextTablesTest.class,
        "analysis-without-meter.txt",
        TextTables.all(SampleAnalysis.withoutMeter()));
  }

  @Test
  void all_estimatedPower_isMarkedInEveryTable() {
    Golden.check(
        TextTablesTest.class, "analysis-estimated.txt", TextTables.all(SampleAnalysis.estimated()));
  }

  @Test
  void all_measuredAndEstimatedPower_tellsThemApart() {
    Golden.check(
        TextTablesTest.class,
        "analysis-mixed.txt",
        TextTables.all(
            SampleAnalysis.estimated("001", "002", "003", "004", "005", "007", "008", "009")));
  }

  @Test
  void all_noRuns_isTheNote() {
    assertThat(TextTables.all(Analysis.of(List.of(), AnalysisOptions.none())))
        .isEqualTo("Notes\n- There is no completed run of a baseline or a sweep to analyse.\n");
  }
}
