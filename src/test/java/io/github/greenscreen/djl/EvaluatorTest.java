package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.listener.TrainingListenerAdapter;
import io.github.greenscreen.djl.metric.EvaluationResult;
import io.github.greenscreen.djl.metric.PhaseTimer;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.SplitEvaluation;
import io.github.greenscreen.training.engine.TrainingJob;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Evaluates a network of zeros, whose logits are the bias of its last layer for every image. */
class EvaluatorTest {
  private final TrainingJob job = Jobs.job(Jobs.how(), 1, 1, Optional.empty());
  private final TrainingComponents parts =
      new TrainingComponents(
          job,
          Device.cpu(),
          ElementType.BFLOAT16,
          PointwiseFormulation.MATRIX_PRODUCT,
          1,
          new TrainingListenerAdapter() {});
  private final PhaseTimer clock = new PhaseTimer(false);
  private final Evaluator evaluator = new Evaluator(job, parts, Device.cpu(), clock);

  @AfterEach
  void free() {
    evaluator.close();
    parts.close();
  }

  /** Probabilities of ¼, ½, and ¼ predict "green" with a confidence of ½. */
  @Test
  void evaluateInDetail_constantNetwork_isAsByHand() {
    predict(0, Math.log(2), 0);
    int[] images = {0, 3, 6, 1, 4}; // three of the class red, two of green

    EvaluationResult result = evaluator.evaluateInDetail(images);

    assertThat(result.images()).isEqualTo(5);
    assertThat(result.accuracy()).isCloseTo(2.0 / 5, within(1e-15));
    assertThat(result.loss()).isCloseTo((3 * Math.log(4) + 2 * Math.log(2)) / 5, within(1e-6));
    assertThat(result.macroF1()).isCloseTo((0 + 4.0 / 7) / 2, within(1e-15));
    SplitEvaluation details = result.details().orElseThrow();
    assertThat(details.confusion())
        .isEqualTo(ConfusionTable.of(List.of("red", "green", "blue"), 0, 3, 0, 0, 2, 0, 0, 0, 0));
    assertThat(details.calibrationError()).isCloseTo(Math.abs(2.0 / 5 - 0.5), within(1e-6));
    assertThat(details.top5()).isNaN();
  }

  @Test
  void evaluate_withoutDetails_hasNoneEvenAfterDetails() {
    predict(0, 1, 0);
    int[] images = IntStream.range(0, 60).toArray();

    EvaluationResult detailed = evaluator.evaluateInDetail(images);
    EvaluationResult plain = evaluator.evaluate(images);

    assertThat(detailed.details()).isPresent();
    assertThat(plain.details()).isEmpty();
    assertThat(plain.loss()).isEqualTo(detailed.loss());
    assertThat(plain.accuracy()).isEqualTo(detailed.accuracy());
    assertThat(clock.take().validate()).isPositive();
  }

  private void predict(double... logits) {
    List<NDArray> all = parts.trainable();
    all.forEach(array -> array.muli(0));
    NDArray bias = all.get(all.size() - 1);
    assertThat(bias.getShape().getShape()).containsExactly(logits.length);
    for (int i = 0; i < logits.length; i++) {
      bias.set(new NDIndex(i), logits[i]);
    }
  }
}
