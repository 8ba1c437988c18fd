package io.github.greenscreen.djl.quantized;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.network.ActivationRange;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationScaleTest {
  @ParameterizedTest
  @CsvSource({
    "0, 255, 255, 1, 0", //
    "-1, 1, 255, 0.007843138, 127",
    "-128, 127, 255, 1, 128",
    "-100, 27, 127, 1, 100",
    "5, 25.5, 255, 0.1, 0", // zero is always among the steps
    "-25.5, -5, 255, 0.1, 255",
    "0, 0, 255, 1.0e-12, 0",
  })
  void of_range_holdsZeroAndSpreadsTheLevels(
      float low, float high, int levels, float scale, int zero) {
    assertThat(ActivationScale.of(low, high, levels)).isEqualTo(new ActivationScale(scale, zero));
  }

  @ParameterizedTest
  @CsvSource({"-2.117, 2.64, 255", "0, 6.31, 255", "-0.731, 0.0113, 127"})
  void of_range_givesTheValuesThatTrainingRoundsTo(float low, float high, int levels) {
    ActivationScale scale = ActivationScale.of(low, high, levels);
    String forward = "  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:\n    return x\n";
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptModule training =
            ScriptModule.compile(Device.cpu(), forward + ActivationRange.methods(levels))) {
      NDArray x = manager.arange(-3f, 7f, 0.01f);
      NDArray range = manager.create(new float[] {low, high, 1});
      float[] rounded = training.call("quantize", x, range).toFloatArray();
      float[] values = x.toFloatArray();
      for (int i = 0; i < values.length; i++) {
        double integer = Math.rint(values[i] * (1 / scale.scale())) + scale.zero();
        double kept = Math.max(0, Math.min(levels, integer));
        assertThat((float) (kept - scale.zero()) * scale.scale()).isEqualTo(rounded[i]);
      }
    }
  }

  @Test
  void zero_always_isAnIntegerOfTheRange() {
    for (float low = -10; low < 10; low += 0.37f) {
      assertThat(ActivationScale.of(low, low + 3, 255).zero()).isBetween(0, 255);
    }
  }
}
