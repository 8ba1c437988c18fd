package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import java.util.ArrayList;
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

  private static List<Double> losses(String internal) {
    List<Double> losses = new ArrayList<>();
    TrainingObserver observer =
        new TrainingObserver() {
          @Override
          public void trainingBegins(EngineInfo preparation) {}

          @Override
          public void epochEnded(EpochResult result) {
            losses.add(result.loss());
          }
        };
    new DjlTrainer()
        .train(
            Jobs.job(
                Jobs.how(
                    "internal",
                    internal,
                    "accumulate",
                    "2",
                    "batch_size",
                    "8",
                    "precision",
                    "float64"),
                3,
                1,
                Optional.empty()),
            observer);
    return losses;
  }
}
