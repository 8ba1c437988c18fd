package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.run.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyRunsTest {
  @TempDir private Path folder;

  @Test
  void of_thousandFolders_findsWhatTheyWereMadeWith() throws IOException {
    ManyRuns.write(1000, 5, folder);

    AnalysisResult result = Analysis.of(new RunStore(folder).readAll(), AnalysisOptions.none());

    assertThat(result.runs()).hasSize(1000);
    assertThat(result.excluded()).isEmpty();
    Regression energy = result.regression(ResponseVariable.ENERGY).orElseThrow();
    assertThat(energy.tests())
        .filteredOn(test -> test.adjustedP() < 0.001)
        .extracting(Regression.ParameterTest::parameter)
        .containsExactly("batch_size");
    assertThat(result.best().orElseThrow().configuration().get("batch_size")).isEqualTo("128");
    assertThat(result.tradeOff().ranking("accuracy").orElseThrow().places()).hasSize(1000);
    assertThat(result.tradeOff().frontier().runs()).isNotEmpty();
  }
}
