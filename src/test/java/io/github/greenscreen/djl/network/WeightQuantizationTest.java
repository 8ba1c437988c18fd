package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightQuantizationTest {
  /** The rounding with an integer zero point, whose range PyTorch checks on the host. */
  private static final String INTEGER_ZERO =
      WeightQuantization.METHOD
          .replace("def quantize_weight", "def with_integers")
          .replace("zeros_like(scale)", "zeros_like(scale, dtype=3)");

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ScriptModule script =
      ScriptModule.compile(Device.cpu(), WeightQuantization.METHOD + INTEGER_ZERO);

  @AfterEach
  void free() {
    script.close();
    manager.close();
  }

  @Test
  void method_always_hasAZeroPointThatPyTorchNeedNotLookAt() {
    assertThat(WeightQuantization.METHOD).contains("zero = torch.zeros_like(scale)\n");
    assertThat(INTEGER_ZERO).contains("zero = torch.zeros_like(scale, dtype=3)\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT32", "FLOAT64", "FLOAT16"})
  void quantizeWeight_ofAnyWeights_isBitByBitThatWithAnIntegerZeroPoint(DataType type) {
    NDArray weights = manager.create(weights(), new Shape(9, 64)).toType(type, false);

    assertThat(quantized("quantize_weight", weights))
        .isEqualTo(quantized("with_integers", weights));
    assertThat(gradient("quantize_weight", weights))
        .isEqualTo(gradient("with_integers", weights))
        .contains(1);
  }

  private byte[] quantized(String method, NDArray weights) {
    try (NDArray result = script.call(method, weights)) {
      return result.toByteArray();
    }
  }

  private byte[] gradient(String method, NDArray weights) {
    try (NDArray leaf = weights.duplicate()) {
      leaf.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        collector.backward(script.call(method, leaf).sum());
      }
      return leaf.getGradient().toType(DataType.INT8, false).toByteArray();
    }
  }

  /** Channels of several sizes, one of them zero, with halves of steps, zeros of both signs. */
  private static float[] weights() {
    SplittableRandom random = new SplittableRandom(7);
    float[] weights = new float[9 * 64];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) ((random.nextDouble() - 0.5) * Math.pow(10, i / 64 - 6));
    }
    for (int i = 0; i < 64; i++) {
      weights[i] = i % 2 == 0 ? 0f : -0f;
      weights[64 + i] = (i - 32) * 0.5f;
    }
    weights[64] = 127;
    Arrays.fill(weights, 128, 130, Float.MIN_VALUE);
    return weights;
  }
}
