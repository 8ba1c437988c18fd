package io.github.greenscreen.djl.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.Noise;
import io.github.greenscreen.djl.optimizer.ArrayRole.Kind;
import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.OptimizerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares twenty steps with {@code muon.csv}, which {@code muon.py} made. */
class MuonTest {
  private static final List<Shape> SHAPES =
      List.of(
          new Shape(3), new Shape(2, 3), new Shape(4, 3, 2, 2), new Shape(6, 4), new Shape(4, 6));

  static final List<ArrayRole> ROLES =
      List.of(
          new ArrayRole(Kind.OTHER, 3, 1),
          new ArrayRole(Kind.HEAD, 2, 3),
          new ArrayRole(Kind.SCALE_FREE, 4, 12),
          new ArrayRole(Kind.HIDDEN, 6, 4),
          new ArrayRole(Kind.HIDDEN, 4, 6));

  private static final double RATE = 0.01;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");

  @AfterEach
  void free() {
    manager.close();
  }

  /** A row of {@code muon.csv}. */
  @SuppressWarnings("ArrayRecordComponent") // read only
  record Row(double momentum, double weightDecay, String type, double[] values) {
    static Row of(String[] cells) {
      return new Row(
          Double.parseDouble(cells[0]),
          Double.parseDouble(cells[1]),
          cells[2],
          Arrays.stream(cells).skip(3).mapToDouble(Double::parseDouble).toArray());
    }

    @Override
    public String toString() {
      return momentum + " " + weightDecay + " " + type;
    }
  }

  static Stream<Row> reference() {
    try (InputStream in = MuonTest.class.getResourceAsStream("muon.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> Row.of(line.split(",", -1))).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("reference")
  void twentySteps_equalTheReference(Row row) {
    DataType type = DataType.valueOf(row.type());
    double tolerance = type == DataType.FLOAT64 ? 1e-12 : 1e-5;
    UpdateRule rule = rule(row.momentum(), row.weightDecay(), UpdateRule.Form.PLAIN);
    assertThat(values(steps(rule, type, 20, 0))).containsExactly(row.values(), within(tolerance));
  }

  @Test
  void step_thatMightHaveBeenSkipped_isThatOfThePlainRule() {
    UpdateRule plain = rule(0.6, 0.1, UpdateRule.Form.PLAIN);
    UpdateRule skipping = rule(0.6, 0.1, UpdateRule.Form.SKIPPING);
    double[] expected = values(steps(plain, DataType.FLOAT32, 3, 0));
    assertThat(values(steps(skipping, DataType.FLOAT32, 3, 0)))
        .containsExactly(expected, within(1e-6));
  }

  @Test
  void skippedStep_leavesParametersAndMomentum() {
    UpdateRule rule = rule(0.6, 0.1, UpdateRule.Form.SKIPPING);
    double[] expected = values(steps(rule, DataType.FLOAT32, 2, 0));
    assertThat(values(steps(rule, DataType.FLOAT32, 2, 1))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void source_ofEveryForm_clipsFirst(UpdateRule.Form form) {
    OptimizerSettings settings =
        new OptimizerSettings(
            OptimizerKind.MUON, 0.6, OptionalDouble.empty(), OptionalDouble.of(1));
    String source = UpdateRule.of(settings, form, ROLES).source();
    assertThat(source.indexOf("_foreach_norm")).isPositive();
    assertThat(source.indexOf("_foreach_norm")).isLessThan(source.indexOf("_foreach_add_(m, g)"));
  }

  private static UpdateRule rule(double momentum, double weightDecay, UpdateRule.Form form) {
    OptimizerSettings settings =
        new OptimizerSettings(
            OptimizerKind.MUON, momentum, OptionalDouble.of(weightDecay), OptionalDouble.empty());
    return UpdateRule.of(settings, form, ROLES);
  }

  /** Make {@code steps} steps with the gradients p / 2 + noise, and {@code skipped} others. */
  private List<NDArray> steps(UpdateRule rule, DataType type, int steps, int skipped) {
    List<NDArray> parameters =
        IntStream.range(0, SHAPES.size()).mapToObj(i -> noise(i, i, type)).toList();
    try (TestOptimizer optimizer = new TestOptimizer(rule, step -> (float) RATE)) {
      for (int step = 1; step <= steps; step++) {
        if (rule.form() != UpdateRule.Form.SKIPPING) {
          optimizer.update(parameters, gradients(parameters, step, type));
          continue;
        }
        optimizer.update(found(0), parameters, gradients(parameters, step, type));
        for (int i = 0; i < skipped; i++) {
          List<NDArray> infinite = gradients(parameters, step, type);
          infinite.forEach(gradient -> gradient.divi(0));
          optimizer.update(found(1), parameters, infinite);
        }
      }
    }
    return parameters;
  }

  private NDArray found(float value) {
    return manager.create(new float[] {value});
  }

  private List<NDArray> gradients(List<NDArray> parameters, int step, DataType type) {
    List<NDArray> result = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      result.add(parameters.get(i).mul(0.5).add(noise(i, 100 * step + i, type)));
    }
    return result;
  }

  private NDArray noise(int i, int stream, DataType type) {
    Shape shape = SHAPES.get(i);
    return manager.create(Noise.of(shape.size(), stream)).reshape(shape).toType(type, true);
  }

  private static double[] values(List<NDArray> parameters) {
    return parameters.stream()
        .flatMapToDouble(
            p -> Arrays.stream(p.toType(DataType.FLOAT64, true).flatten().toDoubleArray()))
        .toArray();
  }
}
