package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkScriptTest {
  private final NetworkScript script = new NetworkScript();

  @Test
  void methods_ofAFewLayers_areTwoFunctionsThatDifferInTraining() {
    String x = script.convolution("conv", script.input(), 3, 8, 3, 2);
    String result = script.relu(script.batchNorm("bn", x, 8));

    assertThat(script.methods(result))
        .isEqualTo(
            """
              def forward(self: __torch__.Ops, x: Tensor, p: List[Tensor]) -> Tensor:
                v0 = torch.conv2d(x, p[0], None, [2, 2], [1, 1])
                v1 = torch.batch_norm(v0, p[1], p[2], p[3], p[4], True, 0.1, 1.0e-05, True)
                v2 = torch.relu_(v1)
                return v2
              def infer(self: __torch__.Ops, x: Tensor, p: List[Tensor]) -> Tensor:
                v0 = torch.conv2d(x, p[0], None, [2, 2], [1, 1])
                v1 = torch.batch_norm(v0, p[1], p[2], p[3], p[4], False, 0.1, 1.0e-05, True)
                v2 = torch.relu_(v1)
                return v2
            """);
  }

  @Test
  void parameters_ofLayers_standInTheOrderOfTheFunction() {
    script.dense("fc", script.batchNorm("bn", script.input(), 3), 3, 5);

    assertThat(script.parameters())
        .extracting(ParameterSpec::name)
        .containsExactly(
            "bn.weight", "bn.bias", "bn.running_mean", "bn.running_var", "fc.weight", "fc.bias");
    assertThat(script.parameters())
        .extracting(ParameterSpec::type)
        .containsExactly(
            Parameter.Type.GAMMA,
            Parameter.Type.BETA,
            Parameter.Type.RUNNING_MEAN,
            Parameter.Type.RUNNING_VAR,
            Parameter.Type.WEIGHT,
            Parameter.Type.BIAS);
    assertThat(script.parameters())
        .extracting(ParameterSpec::isTrainable)
        .containsExactly(true, true, false, false, true, true);
  }

  @Test
  void initialValues_ofConvolution_areKaimingNormalOverTheFanOut() {
    script.convolution("conv", script.input(), 16, 32, 3, 1);
    double[] values = initial(0);

    assertThat(mean(values)).isCloseTo(0, within(0.005));
    assertThat(Math.sqrt(meanSquare(values))).isCloseTo(Math.sqrt(2.0 / (32 * 9)), within(0.004));
    assertThat(largest(values)).isGreaterThan(0.2); // 2.4 deviations: no uniform
  }

  @Test
  void initialValues_ofBatchNorm_areOnesAndZeros() {
    script.batchNorm("bn", script.input(), 4);
    assertThat(initial(0)).containsOnly(1);
    assertThat(initial(1)).containsOnly(0);
    assertThat(initial(2)).containsOnly(0);
    assertThat(initial(3)).containsOnly(1);
  }

  @Test
  void initialValues_ofDenseLayer_areUniformWithinTheRootOfItsInputs() {
    script.dense("fc", script.input(), 64, 100);
    double[] values = initial(0);

    assertThat(largest(values)).isBetween(0.12, 0.125);
    assertThat(meanSquare(values)).isCloseTo(0.125 * 0.125 / 3, within(0.0003));
    assertThat(largest(initial(1))).isBetween(0.1, 0.125);
  }

  @Test
  void thinAndPad_smallPicture_keepsEverySecondPixelBetweenZeroChannels() {
    String result = script.thinAndPad(script.input(), 1, 3);
    double[] out = run(script.methods(result), new Shape(1, 1, 4, 4));
    assertThat(out).containsExactly(0, 0, 0, 0, 0, 2, 8, 10, 0, 0, 0, 0);
  }

  @Test
  void globalMean_smallPicture_isTheMeanOfEachChannel() {
    String result = script.globalMean(script.input());
    assertThat(run(script.methods(result), new Shape(1, 2, 2, 2))).containsExactly(1.5, 5.5);
  }

  @Test
  void maxPool_smallPicture_halvesIt() {
    String result = script.maxPool(script.input());
    assertThat(run(script.methods(result), new Shape(1, 1, 4, 4))).containsExactly(5, 7, 13, 15);
  }

  /** Run {@code forward} on 0, 1, 2, …. */
  private static double[] run(String methods, Shape shape) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptModule module = ScriptModule.compile(Device.cpu(), methods)) {
      NDArray x = manager.arange((int) shape.size()).toType(DataType.FLOAT64, true).reshape(shape);
      NDArray unused = manager.create(0.0);
      unused.setName("p[]");
      return module.call("forward", new NDList(x, unused), true).toDoubleArray();
    }
  }

  private double[] initial(int parameter) {
    List<ParameterSpec> specs = script.parameters();
    ParameterSpec spec = specs.get(parameter);
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
