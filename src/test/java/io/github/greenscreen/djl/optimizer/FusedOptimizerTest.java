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
import io.github.greenscreen.training.OptimizerKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares twenty steps with PyTorch's own optimizers: {@code reference.py} made {@code
 * reference.csv}. The gradients are real ones, of a loss whose gradient is p / 2 + noise. {@link
 * HalfPrecisionTest} tries half precision.
 */
class FusedOptimizerTest {
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
    try (FusedOptimizer optimizer = optimizer(row.kind(), row.momentum())) {
      for (int step = 1; step <= STEPS; step++) {
        backward(parameters, step);
        update(optimizer, parameters, parameters.stream().map(NDArray::getGradient).toList());
      }
    }
    double tolerance = row.type().equals("FLOAT64") ? 1e-12 : 1e-6;
    assertThat(values(parameters)).containsExactly(row.values(), within(tolerance));
  }

  /**
   * Fused updates walk through memory without looking at strides: parameter, gradient and state
   * must lie alike even where a convolution of row-major pictures made the gradient.
   */
  @ParameterizedTest
  @ValueSource(strings = {"channels_last", "plain"})
  void threeSteps_ofAConvolution_followAdamsFormula(String memoryOrder) {
    NDArray x = manager.create(Noise.of(2 * 3 * 25, 7)).reshape(2, 3, 5, 5);
    NDArray pictures = layout.call(memoryOrder, x);
    NDArray weight = layout.call("channels_last", noise(2, 0, DataType.FLOAT64));
    weight.setRequiresGradient(true);
    double[] p = weight.toDoubleArray();
    double[] m = new double[p.length];
    double[] v = new double[p.length];
    try (FusedOptimizer optimizer = optimizer(OptimizerKind.ADAM, 0.9)) {
      for (int step = 1; step <= 3; step++) {
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
          collector.backward(layout.call("convolve", pictures, weight).square().sum());
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

  @ParameterizedTest
  @EnumSource
  void flush_always_leavesGradientsZeroInTheSameArrays(OptimizerKind kind) {
    List<NDArray> parameters = parameters(DataType.FLOAT32);
    backward(parameters, 1);
    List<NDArray> gradients = parameters.stream().map(NDArray::getGradient).toList();
    try (FusedOptimizer optimizer = optimizer(kind, 0.9)) {
      update(optimizer, parameters, gradients);

      assertThat(values(gradients)).containsOnly(0);
      backward(parameters, 2);
      assertThat(values(gradients)).doesNotContain(0);
    }
  }

  @Test
  void update_withoutFlush_changesNothing() {
    List<NDArray> parameters = parameters(DataType.FLOAT32);
    double[] before = values(parameters);
    backward(parameters, 1);
    try (FusedOptimizer optimizer = optimizer(OptimizerKind.SGD, 0)) {
      optimizer.update("p", parameters.get(0), parameters.get(0).getGradient());
    }
    assertThat(values(parameters)).isEqualTo(before);
  }

  @Test
  void learningRate_ofTracker_isAskedOncePerStepFromZero() {
    List<Integer> asked = new ArrayList<>();
    Tracker tracker =
        step -> {
          asked.add(step);
          return step == 0 ? 1f : 0.25f;
        };
    UpdateRule rule = UpdateRule.of(OptimizerKind.SGD, 0);
    NDArray weight = manager.create(new float[] {0, 0});
    try (FusedOptimizer optimizer = new FusedOptimizer(rule, tracker, Device.cpu())) {
      assertThat(optimizer.lastLearningRate()).isNaN();
      for (int step = 0; step < 3; step++) {
        optimizer.update("w", weight, manager.create(new float[] {1, -2}));
        optimizer.flush();
      }
      assertThat(optimizer.lastLearningRate()).isEqualTo(0.25);
    }
    assertThat(asked).containsExactly(0, 1, 2);
    assertThat(weight.toFloatArray()).containsExactly(-1.5f, 3f);
  }

  /** Adam's step counter shows in the size of the next step, the moments in its direction. */
  @ParameterizedTest
  @EnumSource
  void flush_foundInfinity_changesNothingButGradients(OptimizerKind kind) {
    NDArray found = manager.create(1f);
    NDArray clean = manager.create(0f);
    assertThat(threeSteps(kind, clean, found, clean))
        .isEqualTo(twoStepsWithoutFlag(kind))
        .isNotEqualTo(threeSteps(kind, clean, clean, clean));
    assertThat(threeSteps(kind, found, found, found)).isEqualTo(new float[] {1, 2, 3});
  }

  private float[] threeSteps(OptimizerKind kind, NDArray... flags) {
    NDArray weight = manager.create(new float[] {1, 2, 3});
    try (FusedOptimizer optimizer = optimizer(kind, 0.9)) {
      for (NDArray flag : flags) {
        boolean skipped = flag.toFloatArray()[0] != 0;
        float first = skipped ? Float.POSITIVE_INFINITY : 1;
        NDArray gradient = manager.create(new float[] {first, -2, Float.MIN_NORMAL});
        optimizer.update("w", weight, gradient);
        optimizer.flush(flag);
        assertThat(gradient.toFloatArray()).containsOnly(0);
      }
    }
    return weight.toFloatArray();
  }

  private float[] twoStepsWithoutFlag(OptimizerKind kind) {
    NDArray weight = manager.create(new float[] {1, 2, 3});
    try (FusedOptimizer optimizer = optimizer(kind, 0.9)) {
      for (int step = 0; step < 2; step++) {
        optimizer.update("w", weight, manager.create(new float[] {1, -2, Float.MIN_NORMAL}));
        optimizer.flush();
      }
    }
    return weight.toFloatArray();
  }

  @Test
  void learningRate_ofASkippedStep_movesOn() {
    UpdateRule rule = UpdateRule.of(OptimizerKind.SGD, 0);
    NDArray weight = manager.create(new float[] {0});
    try (FusedOptimizer optimizer = new FusedOptimizer(rule, step -> step + 1, Device.cpu())) {
      for (float found : new float[] {1, 0}) {
        optimizer.update("w", weight, manager.create(new float[] {1}));
        optimizer.flush(manager.create(found));
      }
      assertThat(optimizer.lastLearningRate()).isEqualTo(2);
    }
    assertThat(weight.toFloatArray()).containsExactly(-2);
  }

  private static FusedOptimizer optimizer(OptimizerKind kind, double momentum) {
    return new FusedOptimizer(UpdateRule.of(kind, momentum), RATE, Device.cpu());
  }

  private static void update(
      FusedOptimizer optimizer, List<NDArray> parameters, List<NDArray> gradients) {
    for (int i = 0; i < parameters.size(); i++) {
      optimizer.update("p" + i, parameters.get(i), gradients.get(i));
    }
    optimizer.flush();
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
