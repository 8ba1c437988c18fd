package io.github.greenscreen.run.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.model.RunEnvironment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassificationScoresTest {
  private static final ConfusionTable TABLE = ConfusionTable.of(List.of("a", "b"), 3, 1, 0, 4);

  @Test
  void entries_ofBothSplits_areReadBack() {
    Map<String, String> entries =
        ClassificationScores.entries(
            Map.of(
                EvaluatedSplit.VALIDATION, new SplitEvaluation(TABLE, 0.75, 0.125),
                EvaluatedSplit.TEST, new SplitEvaluation(TABLE, 0.5, 0.25)));

    assertThat(entries)
        .containsExactly(
            Map.entry("val_f1", "0.873016"),
            Map.entry("val_top5", "0.750000"),
            Map.entry("val_ece", "0.125000"),
            Map.entry("test_top5", "0.500000"),
            Map.entry("test_ece", "0.250000"));
    assertThat(entries.keySet()).containsExactlyElementsOf(ClassificationScores.keys());
    assertThat(ClassificationScores.of(new RunEnvironment(entries)))
        .isEqualTo(new ClassificationScores(0.873016, 0.75, 0.125, 0.5, 0.25));
  }

  @Test
  void entries_unknownScores_areLeftOut() {
    double none = Double.NaN;

    assertThat(
            ClassificationScores.entries(
                Map.of(EvaluatedSplit.TEST, new SplitEvaluation(TABLE, none, 0.25))))
        .containsExactly(Map.entry("test_ece", "0.250000"));
    assertThat(ClassificationScores.of(RunEnvironment.NONE)).isEqualTo(ClassificationScores.NONE);
  }
}
