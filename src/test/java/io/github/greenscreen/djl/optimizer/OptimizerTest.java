package io.github.greenscreen.djl.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.tracker.Tracker;
import io.github.greenscreen.djl.network.Noise;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.OptimizerSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares twenty steps with PyTorch's own optimizers: {@code reference.py} made {@code
 * reference.csv}. The gradients are real ones, of a loss whose gradient is p / 2 + noise. {@link
 * HalfPrecisionTest} tries half precision.
 */
class OptimizerTest {
  private static final Tracker RATE = step -> 0.01f;
  private static final List<Shape> SHAPES =
      List.of(new Shape(3), new Shape(2, 3), new Shape(4, 3, 2, 2));
  private static final int STEPS = 20;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ScriptModule layout =
      ScriptModule.compile(
          Device.cpu(),
          """
            def channels_last(self: __torch__.Ops, x: Tensor) -> Tensor:
              return torch.contiguous(x, memory_format=2)
            def convolve(self: __torch__.Ops, x: Tensor, w: Tensor) -> Tensor:
              return torch.conv2d(x, w)
            def plain(self: __torch__.Ops, x: Tensor) -> Tensor:
              return torch.contiguous(x)
          """);

  @AfterEach
  void free() {
    layout.close();
    manager.close();
  }

  static Stream<ReferenceRow> reference() {
    return ReferenceRow.rows(false);
  }

  @ParameterizedTest
  @MethodSource("reference")
  void twentySteps_ofBackwardPasses_equalPyTorch(ReferenceRow row) {
    List<NDArray> parameters = parameters(DataType.valueOf(row.type()));
    try (TestOptimizer optimizer = optimizer(row.kind(), row.momentum())) {
      for (int step = 1; step <= STEPS; step++) {
        backward(parameters, step);
        update(optimizer, parameters, parameters.stream().map(NDArray::getGradient).toList());
      }
    }
    double tolerance = row.type().equals("FLOAT64") ? 1e-12 : 1e-6;
    assertThat(values(parameters)).containsExactly(row.values(), within(tolerance));
  }

  /** Weight decay, clipping, and Nesterov momentum; {@code settings.py} made the numbers. */
  @ParameterizedTest
  @MethodSource("settings")
  void twentySteps_ofSettings_equalPyTorch(SettingsRow row) {
    List<NDArray> parameters = parameters(DataType.valueOf(row.type()));
    UpdateRule rule = UpdateRule.of(row.settings(), UpdateRule.Form.PLAIN);
    try (TestOptimizer optimizer = new TestOptimizer(rule, RATE)) {
      for (int step = 1; step <= STEPS; step++) {
        backward(parameters, step);
        update(optimizer, parameters, parameters.stream().map(NDArray::getGradient).toList());
      }
    }
    double tolerance = row.type().equals("FLOAT64") ? 1e-12 : 2e-6;
    assertThat(values(parameters)).containsExactly(row.values(), within(tolerance));
  }

  static Stream<SettingsRow> settings() {
    return SettingsRow.rows();
  }

  /**
   * Fused updates walk through memory without looking at strides: parameter, gradient and state
   * must lie alike even where a convolution of row-major pictures made the gradient.
   */
  @ParameterizedTest
  @ValueSource(strings = {"channels_last", "plain"})
  void threeSteps_ofAConvolution_followAdamsFormula(String memoryOrder) {
    NDArray x = manager.create(Noise.of(2 * 3 * 25, 7)).reshape(2, 3, 5, 5);
    NDArray batch = layout.call(memoryOrder, x);
    NDArray weight = layout.call("channels_last", noise(2, 0, DataType.FLOAT64));
    weight.setRequiresGradient(true);
    double[] p = weight.toDoubleArray();
    double[] m = new double[p.length];
    double[] v = new double[p.length];
    try (TestOptimizer optimizer = optimizer(OptimizerKind.ADAM, 0.9)) {
      for (int step = 1; step <= 3; step++) {
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
          collector.backward(layout.call("convolve", batch, weight).square().sum());
        }
        adam(p, weight.getGradient().toDoubleArray(), m, v, step);
        update(optimizer, List.of(weight), List.of(weight.getGradient()));
      }
    }
    assertThat(weight.toDoubleArray()).containsExactly(p, within(1e-12));
  }

  private static void adam(double[] p, double[] g, double[] m, double[] v, int step) {
    for (int i = 0; i < p.length; i++) {
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
      double corrected = v[i] / (1 - Math.pow(0.999, step));
      p[i] -= 0.01 * m[i] / (1 - Math.pow(0.9, step)) / (Math.sqrt(corrected) + 1e-8);
    }
  }

  @Test
  void learningRate_ofTracker_isAskedOncePerStepFromZero() {
    List<Integer> asked = new ArrayList<>();
    Tracker tracker =
        step -> {
          asked.add(step);
          return step == 0 ? 1f : 0.25f;
        };
    UpdateRule rule =
        UpdateRule.of(OptimizerSettings.of(OptimizerKind.SGD, 0), UpdateRule.Form.PLAIN);
    NDArray weight = manager.create(new float[] {0, 0});
    try (TestOptimizer optimizer = new TestOptimizer(rule, tracker)) {
      assertThat(optimizer.state.lastLearningRate()).isNaN();
      for (int step = 0; step < 3; step++) {
        optimizer.update(List.of(weight), List.of(manager.create(new float[] {1, -2})));
      }
      assertThat(optimizer.state.lastLearningRate()).isEqualTo(0.25);
    }
    assertThat(asked).containsExactly(0, 1, 2);
    assertThat(weight.toFloatArray()).containsExactly(-1.5f, 3f);
  }

  /** Adam's step counter shows in the size of the next step, the moments in its direction. */
  @ParameterizedTest
  @CsvSource({"RMSPROP, 0.9", "RMSPROP, 0", "SGD, 0.9", "SGD, 0", "ADAM, 0.9", "ADAMW, 0.9"})
  void update_ofSkippedStep_leavesParametersAndState(OptimizerKind kind, double momentum) {
    assertSkips(OptimizerSettings.of(kind, momentum));
    assertSkips(
        new OptimizerSettings(kind, momentum, OptionalDouble.of(0.1), OptionalDouble.of(0.5)));
  }

  private void assertSkips(OptimizerSettings settings) {
    UpdateRule rule = UpdateRule.of(settings, UpdateRule.Form.SKIPPING);
    assertThat(steps(rule, false, true, false))
        .isEqualTo(steps(rule, false, false))
        .isNotEqualTo(steps(rule, false, false, false));
    assertThat(steps(rule, true, true, true)).isEqualTo(new float[] {1, 2, 3});
  }

  @ParameterizedTest
  @CsvSource({"RMSPROP, 0.9", "RMSPROP, 0", "SGD, 0.9", "SGD, 0", "ADAM, 0.9", "ADAMW, 0.9"})
  void update_thatMightHaveBeenSkipped_isBitByBitThatOfThePlainRule(
      OptimizerKind kind, double momentum) {
    float[] plain =
        steps(
            UpdateRule.of(OptimizerSettings.of(kind, momentum), UpdateRule.Form.PLAIN),
            false,
            false,
            false);
    UpdateRule rule = UpdateRule.of(OptimizerSettings.of(kind, momentum), UpdateRule.Form.SKIPPING);
    assertThat(steps(rule, false, false, false)).isEqualTo(plain);
  }

  private float[] steps(UpdateRule rule, boolean... skipped) {
    NDArray weight = manager.create(new float[] {1, 2, 3});
    try (TestOptimizer optimizer = new TestOptimizer(rule, RATE)) {
      for (boolean skips : skipped) {
        float first = skips ? Float.NaN : 1;
        float second = skips ? Float.NEGATIVE_INFINITY : -2;
        NDArray gradient = manager.create(new float[] {first, second, Float.MIN_NORMAL});
        if (rule.form() == UpdateRule.Form.SKIPPING) {
          NDArray found = manager.create(new float[] {skips ? 1 : 0});
          optimizer.update(found, List.of(weight), List.of(gradient));
        } else {
          optimizer.update(List.of(weight), List.of(gradient));
        }
      }
    }
    return weight.toFloatArray();
  }

  @Test
  void learningRate_ofASkippedStep_movesOn() {
    UpdateRule rule =
        UpdateRule.of(OptimizerSettings.of(OptimizerKind.SGD, 0), UpdateRule.Form.SKIPPING);
    NDArray weight = manager.create(new float[] {0});
    try (TestOptimizer optimizer = new TestOptimizer(rule, step -> step + 1)) {
      for (float found : new float[] {1, 0}) {
        NDArray flag = manager.create(new float[] {found});
        optimizer.update(flag, List.of(weight), List.of(manager.create(new float[] {1})));
      }
      assertThat(optimizer.state.lastLearningRate()).isEqualTo(2);
    }
    assertThat(weight.toFloatArray()).containsExactly(-2);
  }

  private static TestOptimizer optimizer(OptimizerKind kind, double momentum) {
    return new TestOptimizer(
        UpdateRule.of(OptimizerSettings.of(kind, momentum), UpdateRule.Form.PLAIN), RATE);
  }

  /** Make a step and begin with gradients of zero again, into which PyTorch adds. */
  private static void update(
      TestOptimizer optimizer, List<NDArray> parameters, List<NDArray> gradients) {
    optimizer.update(parameters, gradients);
    gradients.forEach(gradient -> gradient.muli(0));
  }

  /** Leaves that take gradients, the one with four axes channels-last. */
  private List<NDArray> parameters(DataType type) {
    List<NDArray> result = new ArrayList<>();
    for (int i = 0; i < SHAPES.size(); i++) {
      NDArray array = noise(i, 0, type);
      if (array.getShape().dimension() == 4) {
        array = layout.call("channels_last", array);
      }
      array.setRequiresGradient(true);
      result.add(array);
    }
    return result;
  }

  private NDArray noise(int parameter, int step, DataType type) {
    Shape shape = SHAPES.get(parameter);
    double[] values = Noise.of(shape.size(), 100L * step + parameter);
    return manager.create(values).reshape(shape).toType(type, true);
  }

  private void backward(List<NDArray> parameters, int step) {
    for (int i = 0; i < parameters.size(); i++) {
      NDArray p = parameters.get(i);
      NDArray noise = noise(i, step, p.getDataType());
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        collector.backward(p.mul(p).mul(0.25).add(p.mul(noise)).sum());
      }
    }
  }

  private static double[] values(List<NDArray> arrays) {
    return arrays.stream()
        .map(array -> array.toType(DataType.FLOAT64, true).flatten().toDoubleArray())
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
