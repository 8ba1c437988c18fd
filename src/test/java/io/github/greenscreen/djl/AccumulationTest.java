package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingJob;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccumulationTest {

  /** The compiler must not set the accumulated gradients to zero before the step. */
  @Test
  void steps_compiled_areThoseOfPlainExecution() {
    List<Double> plain = losses("None");
    List<Double> compiled = losses("jit_compilation");
    for (int i = 0; i < plain.size(); i++) {
      assertThat(compiled.get(i)).isCloseTo(plain.get(i), within(1e-6));
    }
  }

  /** As on a GPU: the gradients of a step are unscaled together, and it is skipped as a whole. */
  @Test
  void steps_ofAScaledLoss_learn() {
    DjlTrainer trainer = new DjlTrainer(Optional.of(ElementType.FLOAT16));
    List<Double> losses =
        losses(trainer, "precision", "global_policy_float16", "accumulate", "2", "lr", "0.001");
    assertThat(losses.get(2)).isLessThan(losses.get(0));
  }

  private static List<Double> losses(String internal) {
    return losses(
        new DjlTrainer(), "internal", internal, "accumulate", "2", "precision", "float64");
  }

  private static List<Double> losses(DjlTrainer trainer, String... namesAndValues) {
    TrainingJob job = Jobs.job(Jobs.how(namesAndValues), 3, 1, Optional.empty());
    return Jobs.epochs(trainer, job).stream().map(EpochResult::loss).toList();
  }
}
