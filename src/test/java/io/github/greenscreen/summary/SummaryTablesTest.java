package io.github.greenscreen.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Golden;
import io.github.greenscreen.analysis.AnalysisResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTablesTest {
  private final Locale before = Locale.getDefault();
  @TempDir private Path folder;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void write_anyLocale_isTheSame(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));

    SummaryTables.write(folder, SampleAnalysis.result());

    for (String name :
        new String[] {
          "runs_summary.csv", "statistics_summary.csv", "importance.csv", "best.yaml"
        }) {
      Golden.check(SummaryTablesTest.class, name, Files.readString(folder.resolve(name)));
    }
  }

  @Test
  void write_best_isReadBackAsItIs() {
    AnalysisResult result = SampleAnalysis.result();

    SummaryTables.write(folder, result);

    assertThat(BestFile.read(folder.resolve(BestFile.NAME)))
        .isEqualTo(result.best().orElseThrow().configuration());
  }

  @Test
  void write_noBest_deletesTheOldOne() {
    SummaryTables.write(folder, SampleAnalysis.result());

    SummaryTables.write(folder, SampleAnalysis.withoutBest());

    assertThat(folder.resolve(BestFile.NAME)).doesNotExist();
    assertThat(folder.resolve(SummaryTables.RUNS)).exists();
  }
}
