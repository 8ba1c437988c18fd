package io.github.greenscreen.djl.quantized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.Networks;
import io.github.greenscreen.djl.network.Quantization;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatValuesTest {
  /** All formats of 32 bits and less begin with the same numbers, rounded. */
  @ParameterizedTest
  @CsvSource({"FLOAT32, 0", "FLOAT16, 0.001", "BFLOAT16, 0.004"})
  void of_anyFormat_readsNumbersInRowMajorOrder(ElementType element, float rounding) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      float[] expected;
      try (ScriptedNetwork single = network(manager, ElementType.FLOAT32)) {
        var weight = single.getDirectParameters().get("layer2.0.conv1.weight");
        expected = weight.getArray().toFloatArray();
      }
      try (ScriptedNetwork network = network(manager, element)) {
        Map<String, float[]> values = FloatValues.of(network);
        float[] actual = values.get("layer2.0.conv1.weight");
        assertThat(actual).hasSameSizeAs(expected).doesNotContain(0);
        for (int i = 0; i < actual.length; i++) {
          assertThat(actual[i])
              .isCloseTo(expected[i], within(rounding * Math.abs(expected[i]) + 1e-7f));
        }
        assertThat(values.get("bn1.running_var")).hasSize(16).containsOnly(1);
        assertThat(values.get("fc.range")).containsExactly(0, 0, 0);
      }
    }
  }

  @Test
  void of_doublePrecision_readsItAsSingle() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptedNetwork network = network(manager, ElementType.FLOAT64)) {
      double[] expected = network.getDirectParameters().get("fc.weight").getArray().toDoubleArray();
      float[] actual = FloatValues.of(network).get("fc.weight");
      for (int i = 0; i < actual.length; i++) {
        assertThat(actual[i]).isEqualTo((float) expected[i]);
      }
    }
  }

  private static ScriptedNetwork network(NDManager manager, ElementType element) {
    manager.getEngine().setRandomSeed(7);
    NetworkSource source =
        Networks.quantized(
            Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10),
            element,
            Quantization.CALIBRATED,
            255);
    ScriptedNetwork network = new ScriptedNetwork(source, Device.cpu());
    network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 32, 32));
    return network;
  }
}
