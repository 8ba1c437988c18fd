package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.github.greenscreen.djl.metric.CrossEntropy;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.Conditioned;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Precision;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrecisionTest {
  private static final Shape BATCH = new Shape(16, 3, 32, 32);
  private static final String DTYPE =
      """
        def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
          return torch.tensor(ops.prim.dtype(x))
      """;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ParameterStore store = new ParameterStore(manager, false);
  private final ScriptModule dtype = ScriptModule.compile(Device.cpu(), DTYPE);

  @AfterEach
  void free() {
    dtype.close();
    manager.close();
  }

  /** Half precision of a CPU is bfloat16, but float16 trains there, too. */
  @ParameterizedTest
  @CsvSource({
    "FLOAT64,               BFLOAT16, FLOAT64,  FLOAT64,  FLOAT64",
    "FLOAT32,               BFLOAT16, FLOAT32,  FLOAT32,  FLOAT32",
    "FLOAT16,               BFLOAT16, BFLOAT16, BFLOAT16, BFLOAT16",
    "FLOAT16,               FLOAT16,  FLOAT16,  FLOAT16,  FLOAT16",
    "BFLOAT16,              FLOAT16,  BFLOAT16, BFLOAT16, BFLOAT16",
    "GLOBAL_POLICY_FLOAT16, BFLOAT16, FLOAT32,  BFLOAT16, FLOAT32",
    "GLOBAL_POLICY_FLOAT16, FLOAT16,  FLOAT32,  FLOAT16,  FLOAT32",
  })
  void arrays_ofPrecision_haveItsTypes(
      Precision precision,
      ElementType half,
      ElementType parameters,
      ElementType activations,
      ElementType logits) {
    NetworkSource source = source(PrecisionPolicy.of(precision, half));
    try (ScriptedNetwork network = new ScriptedNetwork(source, Device.cpu());
        ScriptModule peeping = ScriptModule.compile(Device.cpu(), returningConvolution(source))) {
      network.initialize(manager, DataType.FLOAT32, BATCH);
      NDArray x = batch();
      NDArray out;
      try (GradientCollector collector = manager.getEngine().newGradientCollector();
          CrossEntropy loss = new CrossEntropy(Device.cpu())) {
        out = network.forward(store, new NDList(x), true).head();
        collector.backward(loss.evaluate(new NDList(labels()), new NDList(out)));
      }
      assertThat(typeOf(out)).isEqualTo(logits);
      for (Parameter parameter : network.trainable()) {
        assertThat(typeOf(parameter.getArray())).isEqualTo(parameters);
        assertThat(typeOf(parameter.getArray().getGradient())).isEqualTo(parameters);
      }
      List<NDArray> arrays = new ArrayList<>();
      network.getDirectParameters().forEach(pair -> arrays.add(pair.getValue().getArray()));
      NDArray first = peeping.infer("infer", new NDList(x), arrays);
      assertThat(typeOf(first)).isEqualTo(activations);
    }
  }

  /**
   * PyTorch for Python's own autocast differs from its float32 by 0.3 % (ResNet-20) and 1.3 %
   * (ResNet-50) in bfloat16 here, and by 15 % and more with weights as they are drawn, where
   * rounding moves activations across the kinks of ReLU.
   */
  @ParameterizedTest
  @CsvSource({"RESNET20, FLOAT16", "RESNET20, BFLOAT16", "RESNET50, BFLOAT16"})
  void gradients_ofMixedPrecision_areWithinTwoPercentOfSinglePrecision(
      NetworkKind kind, ElementType half) {
    Architecture architecture = Architecture.of(kind, Stem.IMAGENET, 10);
    NumberFormat format = NumberFormat.uniform(ElementType.FLOAT32);
    double[] single = gradients(NetworkSource.of(architecture, format));
    format = new NumberFormat(ElementType.FLOAT32, half);
    double[] mixed = gradients(NetworkSource.of(architecture, format));
    assertThat(relativeDistance(mixed, single)).isBetween(1e-5, 0.02);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void threeEpochs_ofPrecision_learnAndSayWhatWasUsed(Precision precision) {
    List<EpochResult> epochs = new ArrayList<>();
    List<EngineInfo> preparations = new ArrayList<>();
    train(precision, Optional.empty(), epochs, preparations);
    assertThat(epochs.get(2).loss()).isLessThan(epochs.get(0).loss());
    String expected =
        switch (precision) {
          case FLOAT16 -> "bfloat16";
          case GLOBAL_POLICY_FLOAT16 -> "mixed bfloat16 and float32";
          default -> null;
        };
    assertThat(preparations.get(0).effective().get("precision_effective")).isEqualTo(expected);
  }

  @Test
  void mixedFloat16_withLossScaling_learns() {
    List<EpochResult> epochs = new ArrayList<>();
    Optional<ElementType> half = Optional.of(ElementType.FLOAT16);
    train(Precision.GLOBAL_POLICY_FLOAT16, half, epochs, new ArrayList<>());
    assertThat(epochs.get(2).loss()).isLessThan(epochs.get(0).loss());
  }

  private static void train(
      Precision precision,
      Optional<ElementType> half,
      List<EpochResult> epochs,
      List<EngineInfo> preparations) {
    TrainingObserver observer =
        new TrainingObserver() {
          @Override
          public void trainingBegins(EngineInfo preparation) {
            preparations.add(preparation);
          }

          @Override
          public void epochEnded(EpochResult result) {
            epochs.add(result);
          }
        };
    new DjlTrainer(half)
        .train(
            Jobs.job(
                Jobs.how("precision", precision.configName(), "batch_size", "8"),
                3,
                1,
                Optional.empty()),
            observer);
  }

  /** Lower the scale until nothing overflows, as training does. */
  private double[] gradients(NetworkSource source) {
    try (Scaling scaling = new Scaling()) {
      double[] result;
      do {
        result = gradients(source, scaling);
      } while (!Double.isFinite(Arrays.stream(result).sum()));
      return result;
    }
  }

  private double[] gradients(NetworkSource source, Scaling scaling) {
    try (ScriptedNetwork network = new ScriptedNetwork(Conditioned.filled(source), Device.cpu());
        CrossEntropy loss = new CrossEntropy(Device.cpu());
        NDManager scope = manager.newSubManager()) {
      network.initialize(scope, DataType.FLOAT32, BATCH);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDList logits = network.forward(store, new NDList(batch()), true);
        collector.backward(scaling.scaled(loss.evaluate(new NDList(labels()), logits)));
      }
      List<NDArray> gradients =
          network.trainable().stream().map(p -> p.getArray().getGradient()).toList();
      scaling.unscale(gradients);
      return gradients.stream().flatMapToDouble(PrecisionTest::numbers).toArray();
    }
  }

  private static DoubleStream numbers(NDArray array) {
    float[] values = array.toFloatArray();
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
  }

  private static double relativeDistance(double[] values, double[] reference) {
    double distance = 0;
    double norm = 0;
    for (int i = 0; i < reference.length; i++) {
      distance += Math.pow(values[i] - reference[i], 2);
      norm += Math.pow(reference[i], 2);
    }
    return Math.sqrt(distance / norm);
  }

  private ElementType typeOf(NDArray array) {
    int code = (int) dtype.call("forward", array).toLongArray()[0];
    for (ElementType type : ElementType.values()) {
      if (type.code() == code) {
        return type;
      }
    }
    throw new AssertionError("PyTorch's type " + code);
  }

  private static NetworkSource source(NumberFormat format) {
    return NetworkSource.of(Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10), format);
  }

  /** The passes of {@code source}, ending after the first convolution. */
  private static String returningConvolution(NetworkSource source) {
    return source.methods().replaceAll("return .*", "return conv1");
  }

  private NDArray batch() {
    return Conditioned.batch(manager, BATCH).toType(DataType.FLOAT32, true);
  }

  private NDArray labels() {
    return manager
        .arange(16)
        .mod(10)
        .toType(DataType.INT64, true)
        .oneHot(10)
        .toType(DataType.FLOAT32, true);
  }
}
