package io.github.greenscreen.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.run.evaluation.ConfusionSource;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.model.RunFolderException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfusionJsonTest {
  private final AnalysisResult result = SampleAnalysis.result();

  @Test
  void of_runWithTheTestAlone_hasItsMatrixAndClasses() {
    ConfusionTable table = ConfusionTable.of(List.of("a", "b"), 3, 1, 0, 4);
    ConfusionSource source =
        (run, split) ->
            run.equals("010") && split == EvaluatedSplit.TEST
                ? Optional.of(table)
                : Optional.empty();

    assertThat(Json.of(ConfusionJson.of(result, source)))
        .isEqualTo(
            "[{\"run\":\"010\",\"classes\":["
                + "{\"class\":\"a\",\"test\":{\"images\":4,\"predicted\":3,\"precision\":1,"
                + "\"recall\":0.75,\"f1\":0.8571428571}},"
                + "{\"class\":\"b\",\"test\":{\"images\":4,\"predicted\":5,\"precision\":0.8,"
                + "\"recall\":1,\"f1\":0.8888888889}}],"
                + "\"test\":[[3,1],[0,4]]}]");
  }

  @Test
  void of_fileThatCannotBeRead_saysWhy() {
    ConfusionSource source =
        (run, split) -> {
          throw new RunFolderException("confusion_test.csv:3: what is wrong");
        };

    assertThat(Json.of(ConfusionJson.of(result, source)))
        .isEqualTo("[{\"run\":\"010\",\"error\":\"confusion_test.csv:3: what is wrong\"}]");
  }

  @Test
  void of_noMatrices_isEmpty() {
    assertThat(ConfusionJson.of(result, ConfusionSource.empty())).isEmpty();
  }
}
