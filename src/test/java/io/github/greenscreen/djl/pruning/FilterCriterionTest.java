package io.github.greenscreen.djl.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.HiddenConvolution;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.training.hyperparameter.Pruning;
import io.github.greenscreen.training.hyperparameter.PruningSchedule;
import io.github.greenscreen.training.hyperparameter.PruningScope;
import io.github.greenscreen.training.hyperparameter.PruningStructure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Filters and logits against those of PyTorch for Python: {@code filters.py} made {@code
 * filters.csv}.
 */
class FilterCriterionTest {
  /** Layers a and b are hidden; b reads a, so that its kernels lose filters and inputs. */
  private static final Architecture NETWORK =
      new Architecture(
          List.of(
              new NormalizedConvolution("a", "an", Layer.INPUT, 3, 6, 3, 1, true),
              new NormalizedConvolution("b", "bn", "a", 6, 8, 3, 2, true),
              new NormalizedConvolution("c", "cn", "b", 8, 5, 1, 1, true),
              new GlobalAveragePool("mean", "c"),
              new Dense("fc", "mean", 5, 3)));

  private static final Map<Parameter.Type, Double> CENTERS =
      Map.of(Parameter.Type.GAMMA, 1.0, Parameter.Type.BETA, 0.5, Parameter.Type.RUNNING_VAR, 1.0);

  private static final Shape IMAGES = new Shape(2, 3, 8, 8);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "filters.csv")
  void filters_chosenAndRemoved_equalThoseOfPyTorch(
      PruningScope scope, double sparsity, String keptOfA, String keptOfB, String logits) {
    NetworkSource source = filled(NETWORK);
    try (ScriptedNetwork network = initialized(source);
        Pruner pruner = pruner(scope, sparsity, source)) {
      pruner.begin(trainable(network));

      Map<String, long[]> kept = pruner.keptFilters();

      Map<String, long[]> expected = new LinkedHashMap<>();
      put(expected, "a", keptOfA, 6);
      put(expected, "b", keptOfB, 8);
      assertThat(kept).usingRecursiveComparison().isEqualTo(expected);
      double[] same = Arrays.stream(logits.split(" ", -1)).mapToDouble(Double::valueOf).toArray();
      assertThat(logits(network)).containsExactly(same, within(1e-12));
      assertThat(logitsWithoutFilters(network, kept)).containsExactly(same, within(1e-12));
    }
  }

  /** All that only a pruned channel uses is 0, in the arrays as in the masks, and nothing else. */
  @Test
  void begin_setsEverythingOfAPrunedFilterToZero() {
    NetworkSource source = filled(NETWORK);
    try (ScriptedNetwork network = initialized(source);
        Pruner pruner = pruner(PruningScope.LAYER, 0.5, source)) {
      pruner.begin(trainable(network));

      long[] a = pruner.keptFilters().get("a");
      long[] b = pruner.keptFilters().get("b");
      assertThat(a).hasSize(3);
      assertThat(b).hasSize(4);
      assertThat(zeros(network, "a.weight")).isEqualTo(3 * 27);
      assertThat(zeros(network, "an.weight")).isEqualTo(3);
      assertThat(zeros(network, "an.bias")).isEqualTo(3);
      assertThat(zeros(network, "b.weight")).isEqualTo((8 * 6 - 4 * 3) * 9);
      assertThat(zeros(network, "c.weight")).isEqualTo(5 * 4);
      assertThat(zeros(network, "cn.weight")).isZero();
      assertThat(pruner.masks()).hasSize(7);
    }
  }

  /** Of equal norms the first is pruned; what its weights are later does not matter. */
  @Test
  void afterStep_ofEqualFilters_prunesTheFirstAndKeepsIt() {
    NetworkSource source = filled(NETWORK);
    Pruning how =
        new Pruning(
            PruningSchedule.CONSTANT,
            0,
            0.5,
            1,
            OptionalInt.empty(),
            5,
            PruningScope.LAYER,
            PruningStructure.FILTER);
    try (ScriptedNetwork network = initialized(source);
        Pruner pruner = pruner(how, source)) {
      trainable(network).forEach(array -> array.set(filled(array, 1)));
      pruner.begin(trainable(network));
      assertThat(pruner.keptFilters()).isEmpty();
      pruner.afterStep(trainable(network), 1);
      assertThat(pruner.keptFilters().get("a")).containsExactly(3, 4, 5);
      find(network, "a.weight").set(filled(find(network, "a.weight"), 2));
      find(network, "an.bias").set(filled(find(network, "an.bias"), 2));
      pruner.afterStep(trainable(network), 2);
      assertThat(pruner.keptFilters().get("a")).containsExactly(3, 4, 5);
      assertThat(zeros(network, "a.weight")).isEqualTo(3 * 27);
      assertThat(zeros(network, "an.bias")).isEqualTo(3);
    }
  }

  private static double[] filled(NDArray array, double value) {
    double[] values = new double[Math.toIntExact(array.size())];
    Arrays.fill(values, value);
    return values;
  }

  private double[] logitsWithoutFilters(ScriptedNetwork network, Map<String, long[]> kept) {
    Map<String, Integer> filters = new LinkedHashMap<>();
    kept.forEach((layer, numbers) -> filters.put(layer, numbers.length));
    try (ScriptedNetwork small = initialized(source(NETWORK.narrowed(filters)))) {
      new FilterRemoval(HiddenConvolution.of(NETWORK), kept).copy(network, small, Device.cpu());
      return logits(small);
    }
  }

  private double[] logits(ScriptedNetwork network) {
    return network.infer(manager.create(values(100, IMAGES), IMAGES)).toDoubleArray();
  }

  private ScriptedNetwork initialized(NetworkSource source) {
    ScriptedNetwork network = new ScriptedNetwork(source, Device.cpu());
    network.initialize(manager, DataType.FLOAT64, IMAGES);
    return network;
  }

  private static Pruner pruner(PruningScope scope, double sparsity, NetworkSource source) {
    return pruner(
        new Pruning(
            PruningSchedule.CONSTANT,
            0,
            sparsity,
            0,
            OptionalInt.empty(),
            1,
            scope,
            PruningStructure.FILTER),
        source);
  }

  private static Pruner pruner(Pruning how, NetworkSource source) {
    return new Pruner(how, source.trainable(), HiddenConvolution.of(NETWORK), 10, Device.cpu());
  }

  private static void put(Map<String, long[]> kept, String layer, String numbers, int filters) {
    long[] list = Arrays.stream(numbers.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    if (list.length < filters) {
      kept.put(layer, list);
    }
  }

  private static List<NDArray> trainable(ScriptedNetwork network) {
    return network.trainable().stream().map(Parameter::getArray).toList();
  }

  private static long zeros(ScriptedNetwork network, String name) {
    return Arrays.stream(find(network, name).toDoubleArray()).filter(x -> x == 0).count();
  }

  private static NDArray find(ScriptedNetwork network, String name) {
    return network.all().stream()
        .filter(parameter -> parameter.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getArray();
  }

  private static NetworkSource source(Architecture architecture) {
    return NetworkSource.of(architecture, NumberFormat.uniform(ElementType.FLOAT64));
  }

  /** Return the network with the numbers of filters.py. */
  private static NetworkSource filled(Architecture architecture) {
    NetworkSource source = source(architecture);
    List<ParameterSpec> specs = new ArrayList<>();
    for (ParameterSpec spec : source.parameters()) {
      double[] values = values(specs.size() + 1, spec.shape());
      double center = CENTERS.getOrDefault(spec.type(), 0.0);
      double[] moved = Arrays.stream(values).map(value -> center + value).toArray();
      Initializer initializer =
          (manager, shape, type) -> manager.create(moved, shape).toType(type, true);
      specs.add(
          new ParameterSpec(spec.name(), spec.type(), spec.shape(), spec.element(), initializer));
    }
    return new NetworkSource(source.methods(), specs);
  }

  private static double[] values(int stream, Shape shape) {
    return LongStream.range(0, shape.size())
        .mapToDouble(i -> (i * 7919 + i * i % 31 * 17 + stream * 104_729L) % 1009 - 504)
        .map(value -> value / 1009)
        .toArray();
  }
}
