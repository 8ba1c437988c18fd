package io.github.greenscreen.djl.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Macro F1 is sklearn's {@code f1_score(truth, guess, average="macro")}. */
class EvaluationResultTest {

  /** F1 by hand: 2·3/(4+4) = 0.75, 2·1/(3+2) = 0.4, 2·2/(3+4) = 4/7. */
  @Test
  void score_threeClasses_isAsByHand() {
    long[] table = {
      3, 0, 1,
      1, 1, 1,
      0, 1, 2,
    };
    EvaluationResult score = EvaluationResult.of(table, 3, 5);

    assertThat(score.images()).isEqualTo(10);
    assertThat(score.loss()).isEqualTo(0.5);
    assertThat(score.accuracy()).isEqualTo(0.6);
    assertThat(score.macroF1()).isCloseTo((0.75 + 0.4 + 4.0 / 7) / 3, within(1e-15));
  }

  @Test
  void macroF1_classThatOccursNowhere_isNotCounted() {
    long[] table = {
      2, 0, 0,
      0, 0, 0,
      0, 0, 1,
    };
    assertThat(EvaluationResult.of(table, 3, 0).macroF1()).isEqualTo(1);
  }

  @Test
  void macroF1_classThatIsOnlyGuessed_countsAsZero() {
    long[] table = {
      1, 1,
      0, 0,
    };
    assertThat(EvaluationResult.of(table, 2, 0).macroF1()).isCloseTo(1.0 / 3, within(1e-15));
  }

  @Test
  void score_divergedLoss_isNotANumber() {
    assertThat(EvaluationResult.of(new long[] {1}, 1, Double.NaN).loss()).isNaN();
  }
}
