package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.loss.Loss;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.Conditioned;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.Noise;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.network.weights.PretrainedWeights;
import io.github.greenscreen.djl.network.weights.TargetNetwork;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import io.github.greenscreen.weights.WeightFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WeightLoaderTest {
  private static final Device CPU = Device.cpu();

  private final NDManager manager = NDManager.newBaseManager(CPU, "PyTorch");

  @TempDir Path folder;

  @AfterEach
  void free() {
    manager.close();
  }

  /** The losses are those of torchvision with the same weights, from reference.csv. */
  @ParameterizedTest
  @CsvSource({"RESNET18, resnet18-imagenet", "RESNET20, resnet20"})
  void load_weightsOfAFile_givesTheLossOfTorchvision(NetworkKind kind, String reference)
      throws IOException {
    NetworkSource source = source(kind, ElementType.FLOAT32);
    PretrainedWeights weights = read(kind, file(Conditioned.filled(source)));
    Shape shape = new Shape(32, 3, 32, 32);
    try (ScriptedNetwork network = network(source, DataType.FLOAT32, shape)) {
      load(weights, network);
      NDList images = new NDList(Conditioned.batch(manager, shape).toType(DataType.FLOAT32, true));
      NDList labels = new NDList(manager.arange(32).mod(10));
      ParameterStore store = new ParameterStore(manager, false);
      Loss loss = Loss.softmaxCrossEntropyLoss();

      NDArray training = loss.evaluate(labels, network.forward(store, images, true));
      NDArray inference = loss.evaluate(labels, network.forward(store, images, false));

      assertThat(training.toFloatArray()[0]).isCloseTo(reference(reference, "loss"), within(1e-4f));
      assertThat(inference.toFloatArray()[0])
          .isCloseTo(reference(reference, "inference loss"), within(1e-4f));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"FLOAT32", "FLOAT64", "BFLOAT16"})
  void load_intoEveryNumberFormat_keepsNumbersThatItRepresents(ElementType type) {
    float[] values =
        WeightFiles.narrow(IntStream.range(-200, 232).mapToDouble(i -> i / 64.0).toArray());
    Path file =
        new WeightFiles()
            .with("conv1.weight", values, 16, 3, 3, 3)
            .stateDict(folder.resolve("a.pth"));
    DataType initial = type == ElementType.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
    NetworkSource source = source(NetworkKind.RESNET20, type);
    try (ScriptedNetwork network = network(source, initial, new Shape(1, 3, 32, 32))) {
      load(read(NetworkKind.RESNET20, file), network);
      assertThat(numbers(network, "conv1.weight")).containsExactly(values);
    }
  }

  /** The numbers are those of PyTorch's bicubic interpolation, see positions.py. */
  @Test
  void load_positionsOfFewerPatches_interpolatesThem() {
    float[] old = WeightFiles.narrow(Noise.of(17 * 192, 5));
    Path file =
        new WeightFiles()
            .with("encoder.pos_embedding", old, 1, 17, 192)
            .safetensors(folder.resolve("a.safetensors"));
    NetworkSource source = source(NetworkKind.VIT_TINY, ElementType.FLOAT32);
    try (ScriptedNetwork network = network(source, DataType.FLOAT32, new Shape(1, 3, 32, 32))) {
      load(read(NetworkKind.VIT_TINY, file), network);

      float[] values = numbers(network, "encoder.pos_embedding");
      double[] probe = Noise.of(values.length, 2000);
      double norm = 0;
      double projection = 0;
      for (int i = 0; i < values.length; i++) {
        norm += values[i] * values[i];
        projection += values[i] * probe[i];
      }
      assertThat(values).hasSize(65 * 192);
      assertThat(Math.sqrt(norm)).isCloseTo(57.944076587550, within(1e-4));
      assertThat(projection).isCloseTo(13.247125845414, within(1e-4));
      assertThat(values[0]).isCloseTo(-0.5344887f, within(1e-6f));
      assertThat(values[values.length - 1]).isCloseTo(0.7709059f, within(1e-6f));
    }
  }

  @Test
  void load_queriesKeysAndValues_joinsThem() {
    WeightFiles files = new WeightFiles();
    String begin = "vit.encoder.layer.7.attention.attention.";
    files.with(begin + "value.bias", constant(192, 3), 192);
    files.with(begin + "key.bias", constant(192, 2), 192);
    files.with(begin + "query.bias", constant(192, 1), 192);
    Path file = files.stateDict(folder.resolve("a.pth"));
    NetworkSource source = source(NetworkKind.VIT_TINY, ElementType.FLOAT32);
    try (ScriptedNetwork network = network(source, DataType.FLOAT32, new Shape(1, 3, 32, 32))) {
      load(read(NetworkKind.VIT_TINY, file), network);
      float[] joined =
          numbers(network, "encoder.layers.encoder_layer_7.self_attention.in_proj_bias");
      float[] expected = constant(576, 1);
      Arrays.fill(expected, 192, 384, 2);
      Arrays.fill(expected, 384, 576, 3);
      assertThat(joined).containsExactly(expected);
    }
  }

  private static float[] constant(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return values;
  }

  private static NetworkSource source(NetworkKind kind, ElementType type) {
    return NetworkSource.of(Architecture.of(kind, Stem.IMAGENET, 10), NumberFormat.uniform(type));
  }

  /** Write the initial values of {@code source} to a file. */
  private Path file(NetworkSource source) {
    WeightFiles files = new WeightFiles();
    for (ParameterSpec spec : source.parameters()) {
      NDArray values = spec.initializer().initialize(manager, spec.shape(), DataType.FLOAT32);
      files.with(spec.name(), values.toFloatArray(), spec.shape().getShape());
    }
    return files.stateDict(folder.resolve("weights.pth"));
  }

  private static PretrainedWeights read(NetworkKind kind, Path file) {
    return PretrainedWeights.read(file, new TargetNetwork(kind, Stem.IMAGENET, 10), false);
  }

  private ScriptedNetwork network(NetworkSource source, DataType type, Shape shape) {
    ScriptedNetwork network = new ScriptedNetwork(source, CPU);
    network.initialize(manager, type, shape);
    return network;
  }

  private static void load(PretrainedWeights weights, ScriptedNetwork network) {
    try (WeightLoader loader = new WeightLoader(CPU)) {
      loader.load(weights, network);
    }
  }

  private static float[] numbers(ScriptedNetwork network, String name) {
    Parameter parameter =
        network.all().stream().filter(p -> p.getName().equals(name)).findFirst().orElseThrow();
    return WeightFiles.narrow(numbers(parameter));
  }

  private static double[] numbers(Parameter parameter) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TensorCodec codec = new TensorCodec(CPU);
        DataOutputStream out = new DataOutputStream(bytes)) {
      codec.write(out, "x", parameter.getArray());
      byte[] written = bytes.toByteArray();
      return SavedArrays.read(new DataInputStream(new ByteArrayInputStream(written))).get("x");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float reference(String network, String quantity) throws IOException {
    try (InputStream in = Architecture.class.getResourceAsStream("reference.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(network + ",float32," + quantity + ","))
          .map(line -> Float.parseFloat(line.split(",", -1)[3]))
          .findFirst()
          .orElseThrow();
    }
  }
}
