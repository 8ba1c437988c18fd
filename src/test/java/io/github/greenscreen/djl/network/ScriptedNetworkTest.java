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
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptedNetworkTest {
  private static final Shape BATCH = new Shape(4, 3, 32, 32);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ParameterStore store = new ParameterStore(manager, false);

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({
    "RESNET50, IMAGENET, 10, FLOAT32",
    "RESNET50, CIFAR, 100, FLOAT32",
    "RESNET20, CIFAR, 10, FLOAT64",
    "RESNET20, CIFAR, 100, FLOAT32",
  })
  void forward_batch_givesLogitsPerClass(NetworkKind kind, Stem stem, int classes, DataType type) {
    Shape shape = new Shape(2, 3, 32, 32);
    try (ScriptedNetwork network =
        new ScriptedNetwork(
            Networks.of(kind, stem, classes, ElementType.valueOf(type.name())), Device.cpu())) {
      network.initialize(manager, type, shape);
      NDArray x = batch(shape, type);

      for (boolean training : new boolean[] {true, false}) {
        NDArray logits = network.forward(store, new NDList(x), training).head();
        assertThat(logits.getShape()).isEqualTo(new Shape(2, classes));
        assertThat(logits.getDataType()).isEqualTo(type);
      }
      assertThat(network.getOutputShapes(new Shape[] {shape}))
          .containsExactly(new Shape(2, classes));
    }
  }

  @Test
  void runningStatistics_inTraining_moveATenthTowardsTheBatch() {
    try (ScriptedNetwork network = resnet20()) {
      NDArray x = batch(BATCH, DataType.FLOAT32);
      NDArray mean = array(network, "bn1.running_mean");
      NDArray variance = array(network, "bn1.running_var");
      network.forward(store, new NDList(x), false);
      assertThat(mean.toFloatArray()).containsOnly(0);
      assertThat(variance.toFloatArray()).containsOnly(1);

      network.forward(store, new NDList(x), true);
      float[] once = mean.toFloatArray();
      assertThat(once).doesNotContain(0);
      assertThat(variance.toFloatArray()).doesNotContain(1);
      network.forward(store, new NDList(x), true);
      for (int i = 0; i < once.length; i++) {
        assertThat(mean.toFloatArray()[i]).isCloseTo(1.9f * once[i], within(1e-6f));
      }
      float[] twice = mean.toFloatArray();
      network.forward(store, new NDList(x), false);
      assertThat(mean.toFloatArray()).isEqualTo(twice);
    }
  }

  @Test
  void inference_onePicture_doesNotDependOnItsBatch() {
    try (ScriptedNetwork network = resnet20()) {
      NDArray x = batch(BATCH, DataType.FLOAT32);
      float[] together = network.forward(store, new NDList(x), false).head().toFloatArray();
      float[] alone = network.forward(store, new NDList(x.get("0:1")), false).head().toFloatArray();
      for (int i = 0; i < alone.length; i++) {
        assertThat(alone[i]).isCloseTo(together[i], within(1e-4f));
      }
    }
  }

  @Test
  void trainable_parameters_leaveOutRunningStatisticsAndKeepTheirOrder() {
    NetworkSource source = Networks.resnet20(10);
    try (ScriptedNetwork network = resnet20()) {
      assertThat(network.trainable())
          .extracting(Parameter::getName)
          .containsExactlyElementsOf(
              source.parameters().stream()
                  .filter(ParameterSpec::isTrainable)
                  .map(ParameterSpec::name)
                  .toList());
      assertThat(network.trainable()).allMatch(p -> p.getArray().hasGradient());
      assertThat(array(network, "bn1.running_mean").hasGradient()).isFalse();
    }
  }

  @Test
  void initialWeights_ofTheSameSeed_areTheSame() {
    float[] first = weights(3);
    assertThat(weights(3)).isEqualTo(first);
    assertThat(weights(4)).isNotEqualTo(first);
  }

  /** Fused updates need gradients in the same order; oneDNN and cuDNN read both unchanged. */
  @ParameterizedTest
  @EnumSource(MemoryFormat.class)
  void convolutions_weightsAndGradients_lieInTheMemoryFormat(MemoryFormat format) {
    String memory =
        """
          def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
            return torch.as_strided(x, [432], [1])
        """;
    try (ScriptedNetwork network =
            new ScriptedNetwork(Networks.resnet20(10), Device.cpu(), format);
        ScriptModule script = ScriptModule.compile(Device.cpu(), memory)) {
      network.initialize(manager, DataType.FLOAT32, BATCH);
      NDArray x = batch(BATCH, DataType.FLOAT32);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        collector.backward(network.forward(store, new NDList(x), true).head().square().sum());
      }
      NDArray weight = array(network, "conv1.weight");
      for (NDArray array : List.of(weight, weight.getGradient())) {
        NDArray copy = array.duplicate();
        assertThat(script.call("forward", copy).toFloatArray())
            .isEqualTo(ordered(array.toFloatArray(), format));
      }
    }
  }

  private static float[] ordered(float[] logical, MemoryFormat format) {
    return format == MemoryFormat.CHANNELS_LAST ? channelsLast(logical) : logical;
  }

  /** Reorder [16, 3, 3, 3] from output, input, row, column to output, row, column, input. */
  private static float[] channelsLast(float[] logical) {
    float[] result = new float[logical.length];
    for (int at = 0; at < result.length; at++) {
      int input = at % 3;
      int pixel = at / 3 % 9;
      result[at] = logical[at / 27 * 27 + input * 9 + pixel];
    }
    return result;
  }

  private float[] weights(int seed) {
    manager.getEngine().setRandomSeed(seed);
    try (ScriptedNetwork network = resnet20()) {
      return array(network, "layer2.0.conv1.weight").toFloatArray();
    }
  }

  private static ScriptedNetwork unfilled() {
    return new ScriptedNetwork(Networks.resnet20(10), Device.cpu());
  }

  private ScriptedNetwork resnet20() {
    ScriptedNetwork network = unfilled();
    network.initialize(manager, DataType.FLOAT32, BATCH);
    return network;
  }

  private static NDArray array(ScriptedNetwork network, String name) {
    return network.getDirectParameters().get(name).getArray();
  }

  private NDArray batch(Shape shape, DataType type) {
    return manager.create(Noise.of(shape.size(), 1)).reshape(shape).toType(type, true);
  }
}
