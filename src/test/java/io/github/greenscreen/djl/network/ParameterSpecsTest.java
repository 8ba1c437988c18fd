package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterSpecsTest {
  private static final Layer CONVOLUTION =
      new NormalizedConvolution("conv", "bn", Layer.INPUT, 16, 32, 3, 1, true);
  private static final Layer DENSE = new Dense("fc", "conv", 64, 100);

  @Test
  void parameters_ofLayers_standInTheirOrder() {
    List<ParameterSpec> specs = list(Quantization.NONE);
    assertThat(specs)
        .extracting(ParameterSpec::name)
        .containsExactly(
            "conv.weight",
            "bn.weight",
            "bn.bias",
            "bn.running_mean",
            "bn.running_var",
            "fc.weight",
            "fc.bias");
    assertThat(specs)
        .extracting(ParameterSpec::type)
        .containsExactly(
            Parameter.Type.WEIGHT,
            Parameter.Type.GAMMA,
            Parameter.Type.BETA,
            Parameter.Type.RUNNING_MEAN,
            Parameter.Type.RUNNING_VAR,
            Parameter.Type.WEIGHT,
            Parameter.Type.BIAS);
    assertThat(specs)
        .extracting(ParameterSpec::isTrainable)
        .containsExactly(true, true, true, false, false, true, true);
    assertThat(specs).extracting(ParameterSpec::element).containsOnly(ElementType.BFLOAT16);
  }

  @Test
  void parameters_ofQuantizedNetwork_endWithRangesInSinglePrecision() {
    List<ParameterSpec> specs = list(Quantization.TRAINED).subList(7, 10);
    assertThat(specs)
        .extracting(ParameterSpec::name)
        .containsExactly("x.range", "conv.range", "fc.range");
    assertThat(specs).extracting(ParameterSpec::shape).containsOnly(new Shape(3));
    assertThat(specs).extracting(ParameterSpec::element).containsOnly(ElementType.FLOAT32);
    assertThat(specs).noneMatch(ParameterSpec::isTrainable);
    assertThat(list(Quantization.CALIBRATED)).hasSize(10);
  }

  @Test
  void initialValues_ofConvolution_areKaimingNormalOverTheFanOut() {
    double[] values = initial(0);

    assertThat(mean(values)).isCloseTo(0, within(0.005));
    assertThat(Math.sqrt(meanSquare(values))).isCloseTo(Math.sqrt(2.0 / (32 * 9)), within(0.004));
    assertThat(largest(values)).isGreaterThan(0.2); // 2.4 deviations: no uniform
  }

  @Test
  void initialValues_ofBatchNorm_areOnesAndZeros() {
    assertThat(initial(1)).containsOnly(1);
    assertThat(initial(2)).containsOnly(0);
    assertThat(initial(3)).containsOnly(0);
    assertThat(initial(4)).containsOnly(1);
  }

  @Test
  void initialValues_ofDenseLayer_areUniformWithinTheRootOfItsInputs() {
    double[] values = initial(5);

    assertThat(largest(values)).isBetween(0.12, 0.125);
    assertThat(meanSquare(values)).isCloseTo(0.125 * 0.125 / 3, within(0.0003));
    assertThat(largest(initial(6))).isBetween(0.1, 0.125);
  }

  private static List<ParameterSpec> list(Quantization quantization) {
    Architecture architecture = new Architecture(List.of(CONVOLUTION, DENSE));
    return ParameterSpecs.of(architecture, ElementType.BFLOAT16, quantization);
  }

  private static double[] initial(int parameter) {
    ParameterSpec spec = list(Quantization.NONE).get(parameter);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      manager.getEngine().setRandomSeed(5);
      return spec.initializer().initialize(manager, spec.shape(), DataType.FLOAT64).toDoubleArray();
    }
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double meanSquare(double[] values) {
    return Arrays.stream(values).map(value -> value * value).average().orElseThrow();
  }
}
