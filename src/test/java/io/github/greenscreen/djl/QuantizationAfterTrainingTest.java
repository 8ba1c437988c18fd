package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantisation after training with every precision. */
class QuantizationAfterTrainingTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"float32", "float64", "float16", "bfloat16", "global_policy_float16"})
  void run_ofAnyPrecision_deliversAnInt8NetworkThatHasLearnt(String precision) throws IOException {
    new QuantizedRun(folder).check("post_quantization", precision);
  }

  @Test
  void run_withoutAPlace_keepsNoFile() {
    Hyperparameters how = QuantizedRun.how("post_quantization", "float32");
    TrainingResult result =
        new DjlTrainer()
            .train(Jobs.job(how, 1, 1, Optional.empty()), QuantizedRun.heard(new ArrayList<>()));
    assertThat(result.findings()).containsKey("quantized_bytes");
    assertThat(new QuantizedRun(folder).file()).doesNotExist();
  }

  /** Measuring the ranges afterwards changes no step of training. */
  @Test
  void firstEpoch_equalsThatWithoutQuantization() {
    QuantizedRun run = new QuantizedRun(folder);
    assertThat(run.firstLoss("post_quantization")).isEqualTo(run.firstLoss("None"));
  }
}
