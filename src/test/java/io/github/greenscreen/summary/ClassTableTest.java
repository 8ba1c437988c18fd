package io.github.greenscreen.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.CsvRows;
import io.github.greenscreen.table.TextTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassTableTest {
  private static final ConfusionTable TABLE =
      ConfusionTable.of(List.of("cat", "dog", "emu"), 2, 1, 0, 1, 0, 0, 0, 0, 0);

  @Test
  void of_oneSplit_hasItsColumnsOnly() {
    assertThat(TextTable.of(ClassTable.of(EvaluatedSplit.TEST, TABLE)))
        .isEqualTo(
            """
            class  images  predicted  precision %  recall %      F1
            -----  ------  ---------  -----------  --------  ------
            cat         3          3        66.67     66.67  0.6667
            dog         1          1         0.00      0.00       0
            emu         0          0          N/A       N/A     N/A
            """);
    assertThat(ClassTable.of(Map.of(EvaluatedSplit.TEST, TABLE)).columns())
        .extracting(Column::heading)
        .containsExactly(
            "class", "test images", "test predicted", "test precision", "test recall", "test F1");
  }

  @Test
  void of_bothSplits_namesTheSplitOfEachColumn() {
    ConfusionTable empty = ConfusionTable.of(TABLE.classes(), new long[9]);

    assertThat(
            CsvRows.of(
                ClassTable.of(
                    Map.of(EvaluatedSplit.TEST, TABLE, EvaluatedSplit.VALIDATION, empty))))
        .startsWith(
            List.of(
                "class",
                "validation.images",
                "validation.predicted",
                "validation.precision",
                "validation.recall",
                "validation.f1",
                "test.images",
                "test.predicted",
                "test.precision",
                "test.recall",
                "test.f1"),
            List.of(
                "cat",
                "0",
                "0",
                "N/A",
                "N/A",
                "N/A",
                "3",
                "3",
                "0.6666666667",
                "0.6666666667",
                "0.6666666667"));
  }

  @Test
  void of_noMatrix_isEmpty() {
    assertThat(ClassTable.of(Map.of()).rows()).isEmpty();
  }
}
