package io.github.greenscreen.djl.quantized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.Networks;
import io.github.greenscreen.djl.network.Noise;
import io.github.greenscreen.djl.network.Quantization;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Int8ExportTest {
  private static final Shape BATCH = new Shape(16, 3, 32, 32);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ParameterStore store = new ParameterStore(manager, false);
  private final NDArray images =
      manager.create(Noise.of(BATCH.size(), 1)).reshape(BATCH).toType(DataType.FLOAT32, true);

  @TempDir Path folder;

  @BeforeEach
  void seed() {
    manager.getEngine().setRandomSeed(1);
  }

  @AfterEach
  void free() {
    manager.close();
  }

  /** Measured on random pictures: 0.02 for 255 levels and 0.04 for 127. */
  @ParameterizedTest
  @CsvSource({"255, 0.06", "127, 0.12"})
  void write_calibratedResnet20_keepsItsLogits(int levels, double tolerance) throws IOException {
    assumeRange(levels);
    Architecture architecture = Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10);
    try (ScriptedNetwork network = calibrated(architecture, ElementType.FLOAT32, levels);
        Int8Network int8 = Int8Export.write(file(), architecture, network, levels)) {
      assertThat(error(int8.infer(images), logits(network))).isLessThan(tolerance);
    }
  }

  @ParameterizedTest
  @EnumSource(Stem.class)
  void write_calibratedResnet50_keepsItsLogits(Stem stem) throws IOException {
    Architecture architecture = Architecture.of(NetworkKind.RESNET50, stem, 10);
    try (ScriptedNetwork network = calibrated(architecture, ElementType.FLOAT32, 255);
        Int8Network int8 = Int8Export.write(file(), architecture, network, 255)) {
      assertThat(error(int8.infer(images), logits(network))).isLessThan(0.15); // measured 0.05
      long floats = 4 * 23_528_522L;
      assertThat((double) int8.bytes() / floats).isBetween(0.25, 0.26);
    }
  }

  /**
   * Integers are folded from what training imitated: only values halfway between two steps differ,
   * some ten of a million per layer. Only the first layers, for others make more of a difference.
   */
  @ParameterizedTest
  @CsvSource({"255", "127"})
  void write_quantizationAwareNetwork_computesWhatItsTrainingImitated(int levels)
      throws IOException {
    assumeRange(levels);
    Architecture whole = Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10);
    Architecture block = new Architecture(whole.layers().subList(0, 4));
    NetworkSource source =
        Networks.quantized(block, ElementType.FLOAT32, Quantization.TRAINED, levels);
    try (ScriptedNetwork network = new ScriptedNetwork(source, Device.cpu())) {
      network.initialize(manager, DataType.FLOAT32, BATCH);
      for (int i = 0; i < 10; i++) {
        network.forward(store, new NDList(images), true).close();
      }
      try (Int8Network int8 = Int8Export.write(file(), block, network, levels)) {
        assertThat(error(int8.infer(images), logits(network))).isLessThan(0.002);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void write_parametersOfAnyFormat_areRead(ElementType element) throws IOException {
    Architecture architecture = Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10);
    NetworkSource source = Networks.quantized(architecture, element, Quantization.CALIBRATED, 255);
    try (ScriptedNetwork network = new ScriptedNetwork(source, Device.cpu())) {
      network.initialize(manager, DataType.FLOAT32, BATCH);
      range(network, 1);
      try (Int8Network int8 = Int8Export.write(file(), architecture, network, 255)) {
        assertThat(int8.infer(images).toFloatArray()).doesNotContain(Float.NaN);
        assertThat(distinct(int8.infer(images).toFloatArray())).hasSizeGreaterThan(1);
      }
    }
  }

  @Test
  void write_network_leavesOneFileWhoseReloadGivesTheSameLogits() throws IOException {
    Architecture architecture = Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10);
    try (ScriptedNetwork network = calibrated(architecture, ElementType.FLOAT32, 255);
        Int8Network int8 = Int8Export.write(file(), architecture, network, 255);
        Int8Network again = Int8Network.load(file())) {
      float[] first = int8.infer(images).toFloatArray();
      assertThat(again.infer(images).toFloatArray()).isEqualTo(first);
      assertThat(int8.infer(images).toFloatArray()).isEqualTo(first);
      assertThat(int8.bytes()).isEqualTo(Files.size(file()));
      assertThat(folder).isDirectoryContaining(path -> path.equals(file()));
      assertThat(folder.toFile().list()).hasSize(1);
    }
  }

  /**
   * Steps of the logits grow by what the layers before make of one value in a million: 0.01 for 255
   * levels, 0.02 for 127.
   */
  @Test
  void simulation_ofAWholeNetwork_agreesWithTheKernels() throws IOException {
    Architecture architecture = Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10);
    int levels = IntegerKernels.levels();
    try (ScriptedNetwork network = calibrated(architecture, ElementType.FLOAT32, levels);
        Int8Network int8 = Int8Export.write(file(), architecture, network, levels);
        Int8Network simulated = Int8Network.load(Files.readAllBytes(file()), false)) {
      assertThat(error(simulated.infer(images), int8.infer(images))).isLessThan(2.55 / levels);
    }
  }

  /** Kernels without VNNI saturate with more than 127 levels, and the program never uses more. */
  private static void assumeRange(int levels) {
    assumeTrue(
        levels <= IntegerKernels.levels(),
        "the integer kernels of this processor have " + IntegerKernels.levels() + " levels");
  }

  @Test
  void write_weights_takeAtMost255ValuesPerChannel() {
    Architecture architecture = Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10);
    try (ScriptedNetwork network = calibrated(architecture, ElementType.FLOAT32, 255)) {
      Int8Model model = Int8Converter.convert(architecture, FloatValues.of(network), 255);
      byte[] weights = model.weights().get("layer3.1.conv1").values();
      int size = 64 * 9;
      for (int channel = 0; channel < 64; channel++) {
        Set<Byte> values = new HashSet<>();
        int largest = 0;
        for (int i = channel * size; i < (channel + 1) * size; i++) {
          values.add(weights[i]);
          largest = Math.max(largest, Math.abs(weights[i]));
        }
        assertThat(values).hasSizeBetween(50, 255);
        assertThat(largest).isEqualTo(127);
      }
    }
  }

  @Test
  void write_neverCalibrated_isRefusedAndLeavesNoFile() {
    Architecture architecture = Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10);
    NetworkSource source =
        Networks.quantized(architecture, ElementType.FLOAT32, Quantization.CALIBRATED, 255);
    try (ScriptedNetwork network = new ScriptedNetwork(source, Device.cpu())) {
      network.initialize(manager, DataType.FLOAT32, BATCH);
      assertThatThrownBy(() -> Int8Export.write(file(), architecture, network, 255).close())
          .isInstanceOf(Int8Exception.class)
          .hasMessage("x.range was never observed; calibrate the network on some images first");
      assertThat(file()).doesNotExist();
    }
  }

  private Path file() {
    return folder.resolve("int8.pt");
  }

  /** Make a network whose running statistics and ranges fit the images. */
  private ScriptedNetwork calibrated(Architecture architecture, ElementType element, int levels) {
    NetworkSource source =
        Networks.quantized(architecture, element, Quantization.CALIBRATED, levels);
    ScriptedNetwork network = new ScriptedNetwork(source, Device.cpu());
    network.initialize(manager, DataType.FLOAT32, BATCH);
    for (int i = 0; i < 10; i++) {
      network.forward(store, new NDList(images), true).close();
    }
    network.calibrate(images);
    return network;
  }

  /** Set all ranges; the engine's binding cannot run every format here. */
  private static void range(ScriptedNetwork network, float largest) {
    for (Parameter parameter : network.getDirectParameters().values()) {
      if (parameter.getName().endsWith(".range")) {
        parameter.getArray().set(new float[] {-largest, largest, 1});
      }
    }
  }

  private NDArray logits(ScriptedNetwork network) {
    return network.forward(store, new NDList(images), false).head();
  }

  /** Return the size of the difference relative to that of {@code expected}. */
  private static double error(NDArray actual, NDArray expected) {
    float[] a = actual.toFloatArray();
    float[] e = expected.toFloatArray();
    double difference = 0;
    double size = 0;
    for (int i = 0; i < a.length; i++) {
      difference += (a[i] - e[i]) * (a[i] - e[i]);
      size += e[i] * e[i];
    }
    return Math.sqrt(difference / size);
  }

  private static Set<Float> distinct(float[] values) {
    Set<Float> result = new HashSet<>();
    for (float value : values) {
      result.add(value);
    }
    return result;
  }
}
