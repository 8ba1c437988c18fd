package io.github.greenscreen.djl.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.SplitEvaluation;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private static final double THREE = Math.log(3);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ConfusionMatrix tally = new ConfusionMatrix(manager, List.of("a", "b"));

  @AfterEach
  void free() {
    tally.close();
    manager.close();
  }

  @Test
  void take_afterSeveralBatches_isTheScoreOfAll() {
    tally.count(rows(THREE, 0, 0, THREE), rows(1, 0, 1, 0)); // a hit and a miss
    tally.count(rows(0, THREE), rows(0, 1)); // a hit

    EvaluationResult score = tally.take();

    assertThat(score.images()).isEqualTo(3);
    assertThat(score.accuracy()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(score.loss()).isCloseTo((2 * Math.log(4.0 / 3) + Math.log(4)) / 3, within(1e-14));
    assertThat(score.macroF1()).isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void take_again_beginsAnew() {
    tally.count(rows(THREE, 0, THREE, 0), rows(1, 0, 1, 0));
    tally.take();
    tally.count(rows(THREE, 0), rows(0, 1));

    EvaluationResult score = tally.take();

    assertThat(score.images()).isEqualTo(1);
    assertThat(score.accuracy()).isZero();
    assertThat(score.loss()).isCloseTo(Math.log(4), within(1e-14));
  }

  @Test
  void count_mixedLabels_takesTheLargestShareAsTruth() {
    tally.count(rows(0, THREE, 0, THREE), rows(0.3, 0.7, 0.7, 0.3));
    EvaluationResult score = tally.take();
    assertThat(score.accuracy()).isEqualTo(0.5);
    double first = 0.3 * Math.log(4) + 0.7 * Math.log(4.0 / 3);
    double second = 0.7 * Math.log(4) + 0.3 * Math.log(4.0 / 3);
    assertThat(score.loss()).isCloseTo((first + second) / 2, within(1e-14));
  }

  @Test
  void count_divergedLogits_keepsCountingAndSaysSoInTheLoss() {
    tally.count(rows(Double.NaN, Double.NaN), rows(1, 0));
    EvaluationResult score = tally.take();
    assertThat(score.loss()).isNaN();
    assertThat(score.images()).isEqualTo(1);
  }

  @Test
  void isFinite_untilTheFirstDivergedBatch() {
    tally.count(rows(1e300, 0), rows(0, 1));
    assertThat(tally.isFinite()).isTrue();
    tally.count(rows(Double.NaN, 0), rows(1, 0));
    tally.count(rows(0, 0), rows(1, 0));
    assertThat(tally.isFinite()).isFalse();
    tally.take();
    assertThat(tally.isFinite()).isTrue();
  }

  /**
   * Confidences ¾, ¾ and ½ are in two bins: of the first two predictions one is right, of the last
   * none.
   */
  @Test
  void take_inDetail_hasTheCalibrationErrorOfItsFormula() {
    tally.countInDetail(rows(THREE, 0, 0, THREE), rows(1, 0, 1, 0));
    tally.countInDetail(rows(1e-9, 0), rows(0, 1));

    SplitEvaluation details = tally.take().details().orElseThrow();

    double error = 2.0 / 3 * Math.abs(0.5 - 0.75) + 1.0 / 3 * Math.abs(0 - 0.5);
    assertThat(details.calibrationError()).isCloseTo(error, within(1e-9));
    assertThat(details.confusion()).isEqualTo(ConfusionTable.of(List.of("a", "b"), 1, 1, 1, 0));
    assertThat(details.top5()).isNaN();
  }

  @Test
  void take_inDetailAgain_beginsAnew() {
    tally.countInDetail(rows(THREE, 0, 0, THREE), rows(1, 0, 1, 0));
    tally.take();
    tally.countInDetail(rows(THREE, 0), rows(1, 0));

    SplitEvaluation details = tally.take().details().orElseThrow();

    assertThat(details.calibrationError()).isCloseTo(0.25, within(1e-14));
    assertThat(details.confusion().images()).isEqualTo(1);
    tally.count(rows(THREE, 0), rows(1, 0));
    assertThat(tally.take().details()).isEmpty();
  }

  @Test
  void take_inDetailOfDivergedLogits_hasNoDetails() {
    tally.countInDetail(rows(Double.NaN, 0), rows(1, 0));
    assertThat(tally.take().details()).isEmpty();
  }

  /** Of equal logits, the first classes count as the more probable ones, as in a prediction. */
  @Test
  void take_inDetailOfEqualLogits_findsTheFirstFiveClasses() {
    try (ConfusionMatrix many = new ConfusionMatrix(manager, Collections.nCopies(20, "c"))) {
      many.countInDetail(
          manager.zeros(new Shape(20, 20), DataType.FLOAT64),
          manager.eye(20).toType(DataType.FLOAT64, false));
      SplitEvaluation details = many.take().details().orElseThrow();
      assertThat(details.top5()).isCloseTo(5.0 / 20, within(1e-15));
      assertThat(details.calibrationError()).isCloseTo(0, within(1e-14));
    }
  }

  @Test
  void close_always_freesWhatItHeld() {
    int before = manager.getManagedArrays().size();
    try (ConfusionMatrix another = new ConfusionMatrix(manager, List.of("a", "b", "c"))) {
      assertThat(manager.getManagedArrays().size()).isGreaterThan(before);
      assertThat(another.take().images()).isZero();
    }
    assertThat(manager.getManagedArrays().size()).isEqualTo(before);
  }

  private NDArray rows(double... values) {
    return manager.create(values).reshape(values.length / 2, 2);
  }
}
