package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantisation-aware training with every precision. */
class QuantizationAwareTrainingTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"float32", "float64", "float16", "bfloat16", "global_policy_float16"})
  void run_ofAnyPrecision_deliversAnInt8NetworkThatHasLearnt(String precision) throws IOException {
    new QuantizedRun(folder).check("pre_quantization", precision);
  }

  /** The imitation of int8 changes the very first step. */
  @Test
  void firstEpoch_differsFromThatWithoutQuantization() {
    QuantizedRun run = new QuantizedRun(folder);
    assertThat(run.firstLoss("pre_quantization")).isNotEqualTo(run.firstLoss("None"));
  }
}
