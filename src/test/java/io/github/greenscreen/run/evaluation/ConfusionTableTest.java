package io.github.greenscreen.run.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.evaluation.ConfusionTable.Confusion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTableTest {
  private static final ConfusionTable TABLE =
      ConfusionTable.of(List.of("cat", "dog", "emu"), 6, 2, 0, 3, 1, 0, 0, 0, 0);

  @Test
  void count_rowAndColumn_isTheCell() {
    assertThat(TABLE.count(1, 0)).isEqualTo(3);
    assertThat(TABLE.count(0, 1)).isEqualTo(2);
    assertThat(TABLE.images()).isEqualTo(12);
  }

  @Test
  void shares_ofTheRows_areUnknownWithoutImages() {
    assertThat(TABLE.shares()[0]).containsExactly(0.75, 0.25, 0);
    assertThat(TABLE.shares()[2]).containsExactly(Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void confusions_mostFrequentFirst_areThoseThatOccurred() {
    assertThat(TABLE.confusions(5))
        .containsExactly(
            new Confusion("dog", "cat", 3, 0.75), new Confusion("cat", "dog", 2, 0.25));
    assertThat(TABLE.confusions(1)).hasSize(1);
  }

  @Test
  void equals_sameClassesAndCounts_isTrue() {
    List<String> classes = List.of("a");
    assertThat(ConfusionTable.of(classes, 2))
        .isEqualTo(ConfusionTable.of(classes, 2))
        .hasSameHashCodeAs(ConfusionTable.of(classes, 2))
        .isNotEqualTo(ConfusionTable.of(classes, 3))
        .isNotEqualTo(ConfusionTable.of(List.of("b"), 2))
        .hasToString("[a] [2]");
  }
}
