package io.github.greenscreen.djl.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.Noise;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.OptimizerSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link UpdateRule} on parameters of float16 and bfloat16, which only TorchScript can make. */
class HalfPrecisionTest {
  private static final int STEPS = 20;
  private static final List<Shape> SHAPES =
      List.of(new Shape(3), new Shape(2, 3), new Shape(4, 3, 2, 2));

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ScriptModule script =
      ScriptModule.compile(
          Device.cpu(),
          """
            def FLOAT16(self: __torch__.Ops, x: Tensor) -> Tensor:
              return torch.to(x, 5)
            def BFLOAT16(self: __torch__.Ops, x: Tensor) -> Tensor:
              return torch.to(x, 15)
            def FLOAT64(self: __torch__.Ops, x: Tensor) -> Tensor:
              return torch.to(x, 7)
            def gradient(self: __torch__.Ops, p: Tensor, noise: Tensor) -> Tensor:
              return torch.add(torch.mul(p, 0.5), noise)
          """);

  @AfterEach
  void free() {
    script.close();
    manager.close();
  }

  static Stream<ReferenceRow> reference() {
    return ReferenceRow.rows(true);
  }

  /** Two roundings at most may fall the other way. */
  @ParameterizedTest
  @MethodSource("reference")
  void twentySteps_always_equalPyTorchInSinglePrecisionRounded(ReferenceRow row) {
    List<NDArray> parameters = arrays(0, row.type());
    try (TestOptimizer optimizer = optimizer(row.kind(), row.momentum(), row.type())) {
      for (int step = 1; step <= STEPS; step++) {
        List<NDArray> noise = arrays(step, row.type());
        List<NDArray> gradients = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
          gradients.add(script.call("gradient", parameters.get(i), noise.get(i)));
        }
        optimizer.update(parameters, gradients);
      }
    }
    double unit = row.type().equals("FLOAT16") ? 0x1p-10 : 0x1p-7;
    double[] actual = values(parameters);
    assertThat(actual).hasSameSizeAs(row.values());
    for (int i = 0; i < actual.length; i++) {
      double size = Math.max(Math.abs(row.values()[i]), 0.01);
      assertThat(actual[i]).isCloseTo(row.values()[i], within(2 * unit * size));
    }
  }

  /** In float16 the squares of all these gradients and ε itself are zero. */
  @ParameterizedTest
  @CsvSource({
    "RMSPROP, 0,   FLOAT16",
    "RMSPROP, 0.9, FLOAT16",
    "RMSPROP, 0.9, BFLOAT16",
    "ADAM,    0.9, FLOAT16",
    "ADAMW,   0.9, FLOAT16",
    "SGD,     0.9, FLOAT16",
  })
  void smallestGradients_overSteps_moveAsInSinglePrecision(
      OptimizerKind kind, double momentum, String type) {
    float[] gradient = {0, 0x1p-23f, -0x1p-13f, 0.5f};
    double[] half = steps(kind, momentum, type, gradient);
    double[] single = steps(kind, momentum, "FLOAT32", gradient);
    for (int i = 0; i < half.length; i++) {
      assertThat(half[i]).isCloseTo(single[i], within(0.05 * Math.abs(single[i]) + 1e-3));
    }
    assertThat(half[0]).isZero();
  }

  private double[] steps(OptimizerKind kind, double momentum, String type, float[] gradient) {
    NDArray p = cast(manager.create(new float[gradient.length]), type);
    try (TestOptimizer optimizer = optimizer(kind, momentum, type)) {
      for (int step = 0; step < 3; step++) {
        optimizer.update(List.of(p), List.of(cast(manager.create(gradient), type)));
      }
    }
    return values(List.of(p));
  }

  private static TestOptimizer optimizer(OptimizerKind kind, double momentum, String type) {
    UpdateRule.Form form = type.endsWith("FLOAT16") ? UpdateRule.Form.HALF : UpdateRule.Form.PLAIN;
    return new TestOptimizer(
        UpdateRule.of(OptimizerSettings.of(kind, momentum), form), step -> 0.01f);
  }

  private List<NDArray> arrays(int step, String type) {
    List<NDArray> result = new ArrayList<>();
    for (int i = 0; i < SHAPES.size(); i++) {
      Shape shape = SHAPES.get(i);
      NDArray noise = manager.create(Noise.of(shape.size(), 100L * step + i)).reshape(shape);
      result.add(cast(noise, type));
    }
    return result;
  }

  private NDArray cast(NDArray array, String type) {
    return type.equals("FLOAT32") ? array : script.call(type, array);
  }

  private double[] values(List<NDArray> arrays) {
    return arrays.stream()
        .map(array -> script.call("FLOAT64", array).toDoubleArray())
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
