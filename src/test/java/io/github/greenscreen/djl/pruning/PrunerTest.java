package io.github.greenscreen.djl.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.training.hyperparameter.Pruning;
import io.github.greenscreen.training.hyperparameter.PruningSchedule;
import io.github.greenscreen.training.hyperparameter.PruningScope;
import io.github.greenscreen.training.hyperparameter.PruningStructure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Masks against those that plain Java determines from the same weights. */
class PrunerTest {
  private static final Shape[] SHAPES = {new Shape(3, 8, 3, 3), new Shape(8), new Shape(5, 12)};

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final Random random = new Random(3);

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.5, 0.99})
  void begin_inEachLayer_prunesTheSmallest(double sparsity) {
    List<float[]> weights = weights();
    Pruning how = constant(sparsity, PruningScope.LAYER, PruningStructure.UNSTRUCTURED);
    assertThat(pruned(how, weights))
        .usingRecursiveComparison()
        .isEqualTo(withoutSmallestOfEach(weights, sparsity));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.5, 0.99})
  void begin_inTheWholeNetwork_prunesTheSmallestOfAll(double sparsity) {
    List<float[]> weights = weights();
    Pruning how = constant(sparsity, PruningScope.GLOBAL, PruningStructure.UNSTRUCTURED);
    assertThat(pruned(how, weights))
        .usingRecursiveComparison()
        .isEqualTo(withoutSmallestOfAll(weights, sparsity));
  }

  /** Four magnitudes in turn: whatever the number, the first of the equal ones are pruned. */
  @ParameterizedTest
  @CsvSource({"LAYER, 0.001", "LAYER, 0.3", "LAYER, 0.9", "GLOBAL, 0.001", "GLOBAL, 0.61"})
  void begin_withManyEqualMagnitudes_prunesAsManyAsAsked(PruningScope scope, double sparsity) {
    List<float[]> weights = weights();
    for (float[] each : weights) {
      for (int i = 0; i < each.length; i++) {
        each[i] = (i % 7 - 3) / 2f;
      }
    }
    Pruning how = constant(sparsity, scope, PruningStructure.UNSTRUCTURED);
    assertThat(pruned(how, weights))
        .usingRecursiveComparison()
        .isEqualTo(
            scope == PruningScope.LAYER
                ? withoutSmallestOfEach(weights, sparsity)
                : withoutSmallestOfAll(weights, sparsity));
  }

  private static List<float[]> withoutSmallestOfEach(List<float[]> weights, double sparsity) {
    List<float[]> expected = copies(weights);
    zero(expected.get(0), smallest(expected.get(0), Math.round(sparsity * 216)));
    zero(expected.get(2), smallest(expected.get(2), Math.round(sparsity * 60)));
    return expected;
  }

  private static List<float[]> withoutSmallestOfAll(List<float[]> weights, double sparsity) {
    List<float[]> expected = copies(weights);
    float[] all = new float[276];
    System.arraycopy(weights.get(0), 0, all, 0, 216);
    System.arraycopy(weights.get(2), 0, all, 216, 60);
    for (int i : smallest(all, Math.round(sparsity * 276))) {
      expected.get(i < 216 ? 0 : 2)[i < 216 ? i : i - 216] = 0;
    }
    return expected;
  }

  /** Inputs of a convolution are its channels; the positions of a kernel are 9 numbers apart. */
  @Test
  void begin_twoOfFour_prunesTwoOfEachFourInputs() {
    List<float[]> weights = weights();
    List<float[]> expected = copies(weights);
    for (int output = 0; output < 3; output++) {
      for (int position = 0; position < 9; position++) {
        zeroGroup(expected.get(0), output * 72 + position, 9);
        zeroGroup(expected.get(0), output * 72 + 36 + position, 9);
      }
    }
    for (int group = 0; group < 15; group++) {
      zeroGroup(expected.get(2), group * 4, 1);
    }
    Pruning how = constant(0.5, PruningScope.LAYER, PruningStructure.TWO_OF_FOUR);
    assertThat(pruned(how, weights)).usingRecursiveComparison().isEqualTo(expected);
  }

  /** Three channels of a picture are no group of four. */
  @Test
  void begin_twoOfFourOfThreeInputs_prunesNothing() {
    ParameterSpec spec = spec(new Shape(2, 3, 3, 3), false);
    Pruning how = constant(0.5, PruningScope.LAYER, PruningStructure.TWO_OF_FOUR);
    NDArray weight = manager.create(numbers(54)).reshape(2, 3, 3, 3);
    float[] before = weight.toFloatArray();
    try (Pruner pruner = new Pruner(how, List.of(spec), List.of(), 10, Device.cpu())) {
      pruner.begin(List.of(weight));
      assertThat(pruner.masks()).isEmpty();
    }
    assertThat(weight.toFloatArray()).isEqualTo(before);
  }

  /** Of equal magnitudes the first are pruned, so that the number is exact. */
  @Test
  void begin_withEqualMagnitudes_prunesTheFirst() {
    Pruning how = constant(0.5, PruningScope.LAYER, PruningStructure.UNSTRUCTURED);
    NDArray weight = manager.create(new float[] {-1, 1, 1, -1, 2, -1}, new Shape(2, 3));
    prune(how, weight);
    assertThat(weight.toFloatArray()).containsExactly(0, 0, 0, -1, 2, -1);
    assertThat(Float.floatToRawIntBits(weight.toFloatArray()[0])).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT16", "FLOAT64"})
  void begin_inAnotherFormat_prunesTheSmallest(DataType type) {
    Pruning how = constant(0.5, PruningScope.LAYER, PruningStructure.UNSTRUCTURED);
    NDArray weight = manager.create(new float[] {-4, 1, 3, -2}, new Shape(2, 2)).toType(type, true);
    prune(how, weight);
    assertThat(weight.toType(DataType.FLOAT32, true).toFloatArray()).containsExactly(-4, 0, 3, 0);
  }

  /** Between two prunings the masks stay as they are, whatever the optimizer does. */
  @Test
  void afterStep_betweenPrunings_keepsThePrunedWeightsAtZero() {
    Pruning how =
        new Pruning(
            PruningSchedule.CONSTANT,
            0,
            0.5,
            2,
            OptionalInt.empty(),
            3,
            PruningScope.LAYER,
            PruningStructure.UNSTRUCTURED);
    NDArray weight = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
    List<NDArray> weights = List.of(weight);
    try (Pruner pruner =
        new Pruner(how, List.of(spec(new Shape(2, 2), false)), List.of(), 10, Device.cpu())) {
      pruner.begin(weights);
      pruner.afterStep(weights, 1);
      assertThat(weight.toFloatArray()).containsExactly(1, 2, 3, 4);
      pruner.afterStep(weights, 2);
      assertThat(weight.toFloatArray()).containsExactly(0, 0, 3, 4);
      weight.addi(9);
      pruner.afterStep(weights, 3);
      assertThat(weight.toFloatArray()).containsExactly(0, 0, 12, 13);
      weight.addi(manager.create(new float[] {20, 0, 0, 0}, new Shape(2, 2)));
      pruner.afterStep(weights, 5);
      assertThat(weight.toFloatArray()).containsExactly(20, 0, 0, 13);
    }
  }

  @Test
  void begin_withAFrozenArray_leavesItAsItIs() {
    Pruning how = constant(0.5, PruningScope.LAYER, PruningStructure.UNSTRUCTURED);
    NDArray weight = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
    try (Pruner pruner =
        new Pruner(how, List.of(spec(new Shape(2, 2), true)), List.of(), 10, Device.cpu())) {
      pruner.begin(List.of(weight));
    }
    assertThat(weight.toFloatArray()).containsExactly(1, 2, 3, 4);
  }

  private static void prune(Pruning how, NDArray weight) {
    List<ParameterSpec> specs = List.of(spec(weight.getShape(), false));
    try (Pruner pruner = new Pruner(how, specs, List.of(), 10, Device.cpu())) {
      pruner.begin(List.of(weight));
    }
  }

  /** Return what the weights are after the first pruning. */
  private List<float[]> pruned(Pruning how, List<float[]> weights) {
    List<NDArray> arrays = new ArrayList<>();
    List<ParameterSpec> specs = new ArrayList<>();
    for (int i = 0; i < SHAPES.length; i++) {
      arrays.add(manager.create(weights.get(i), SHAPES[i]));
      specs.add(spec(SHAPES[i], false));
    }
    try (Pruner pruner = new Pruner(how, specs, List.of(), 10, Device.cpu())) {
      pruner.begin(arrays);
    }
    return arrays.stream().map(NDArray::toFloatArray).toList();
  }

  private static ParameterSpec spec(Shape shape, boolean isFrozen) {
    return new ParameterSpec(
        "w", Parameter.Type.WEIGHT, shape, ElementType.FLOAT32, Initializer.ZEROS, isFrozen);
  }

  private static Pruning constant(double sparsity, PruningScope scope, PruningStructure structure) {
    return new Pruning(
        PruningSchedule.CONSTANT, 0, sparsity, 0, OptionalInt.empty(), 1, scope, structure);
  }

  private List<float[]> weights() {
    List<float[]> weights = new ArrayList<>();
    for (Shape shape : SHAPES) {
      weights.add(numbers(Math.toIntExact(shape.size())));
    }
    return weights;
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static List<float[]> copies(List<float[]> weights) {
    return weights.stream().map(float[]::clone).toList();
  }

  private static int[] smallest(float[] weights, long count) {
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> Math.abs(weights[i])))
        .limit(count)
        .mapToInt(i -> i)
        .toArray();
  }

  private static void zero(float[] weights, int... places) {
    for (int i : places) {
      weights[i] = 0;
    }
  }

  private static void zeroGroup(float[] weights, int from, int step) {
    float[] group = new float[4];
    for (int i = 0; i < 4; i++) {
      group[i] = weights[from + i * step];
    }
    for (int i : smallest(group, 2)) {
      weights[from + i * step] = 0;
    }
  }
}
