package io.github.greenscreen.djl.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.Conditioned;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerScript;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.djl.network.layer.Resize;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.run.network.NetworkFile;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Exports networks in every format, and compares the logits of PyTorch, ONNX Runtime, PyTorch for
 * Python, and torchvision with those of the network that was trained. By default, one network of
 * each kind; {@code mvn -B test -Dtest=ExportedNetworksTest -Dnetworks=all} checks all of them.
 */
class ExportedNetworksTest {
  private static final float TOLERANCE = 1e-4f;
  private static final int BATCH = 3;
  private static final int CLASSES = 10;
  private static final int SIDE = 32;

  private static Optional<PythonTorch> python = Optional.empty();

  @TempDir Path folder;

  @BeforeAll
  static void startPython() throws IOException, InterruptedException {
    python = PythonTorch.start();
  }

  @AfterAll
  static void endPython() {
    python.ifPresent(PythonTorch::close);
  }

  @ParameterizedTest
  @CsvSource({
    "RESNET20, CIFAR, true, false",
    "RESNET18, IMAGENET, false, true",
    "EFFICIENTNET_B0, IMAGENET, false, true",
    "VIT_TINY, IMAGENET, false, true",
    "CONVNEXT_TINY, IMAGENET, false, true",
  })
  void network_exported_givesTheSameLogitsEverywhere(
      NetworkKind kind, Stem stem, boolean flips, boolean inTorchvision) throws IOException {
    check(kind, stem, flips, inTorchvision);
  }

  /** The networks with the same layers as those above, some of which take minutes. */
  @ParameterizedTest
  @CsvSource({
    "RESNET32, CIFAR, false, false",
    "RESNET44, CIFAR, false, false",
    "RESNET56, CIFAR, false, false",
    "RESNET18, CIFAR, true, true",
    "RESNET50, IMAGENET, false, true",
    "RESNET50, CIFAR, false, true",
    "EFFICIENTNET_B0, CIFAR, true, true",
    "VIT_SMALL, IMAGENET, false, true",
    "VIT_BASE, IMAGENET, false, true",
  })
  @EnabledIfSystemProperty(
      named = "networks",
      matches = "all",
      disabledReason = "takes minutes; -Dnetworks=all checks all networks")
  void everyOtherNetwork_exported_givesTheSameLogitsEverywhere(
      NetworkKind kind, Stem stem, boolean flips, boolean inTorchvision) throws IOException {
    check(kind, stem, flips, inTorchvision);
  }

  /** Bilinear enlargement, which only ViT-B/16 has, without its 86 million weights. */
  @Test
  void resize_inOnnx_equalsPyTorch() throws IOException {
    Architecture network =
        new Architecture(
            List.of(
                new Resize("resize", Layer.INPUT, 50),
                new GlobalAveragePool("mean", "resize"),
                new Dense("fc", "mean", 3, CLASSES)));
    NetworkDescription description = description(NetworkKind.VIT_BASE, Stem.IMAGENET, false);
    float[] images = images();
    float[] expected = save(network, description, images);
    OnnxGraph graph = new OnnxGraph();
    graph.input("images", SIDE);
    graph.node("Identity", "images").into(OnnxGraph.value(Layer.INPUT));
    NetworkFile saved = NetworkFile.read(folder.resolve("saved.safetensors"));
    saved
        .arrays()
        .values()
        .forEach(array -> graph.numbers(array.name(), array.shape(), saved.content(array.name())));
    network.layers().forEach(layer -> layer.write(graph));
    graph.node("Identity", OnnxGraph.value("fc")).into("logits");
    graph.output("logits", CLASSES);
    write("network.onnx", out -> graph.write(out, "resize", Map.of()));

    try (OnnxModel model = new OnnxModel(folder.resolve("network.onnx"))) {
      assertThat(model.logits(normalized(images, description), BATCH))
          .containsExactly(expected, within(TOLERANCE));
    }
  }

  @Test
  void layer_withoutAFormInOnnx_isRefusedByName() {
    Layer layer =
        new Layer() {
          @Override
          public String name() {
            return "whitening";
          }

          @Override
          public List<String> reads() {
            return List.of(INPUT);
          }

          @Override
          public void write(LayerScript script) {}
        };

    assertThatThrownBy(() -> layer.write(new OnnxGraph()))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "layer whitening has no form in ONNX; export the network with --format torchscript");
  }

  private void check(NetworkKind kind, Stem stem, boolean flips, boolean inTorchvision)
      throws IOException {
    NetworkDescription description = description(kind, stem, flips);
    float[] images = images();
    float[] expected = save(Architecture.of(kind, stem, CLASSES), description, images);
    SavedNetwork network = SavedNetwork.read(folder.resolve("saved.safetensors"));
    Map<String, String> metadata = description.metadata();

    write("network.onnx", out -> OnnxExport.write(out, network, metadata));
    write("network.safetensors", out -> SafetensorsExport.write(out, network, metadata));
    write(
        "network.pt",
        out -> TorchScriptExport.write(out, network, PointwiseFormulation.CONVOLUTION, metadata));

    assertThat(ofPyTorch(images)).as("PyTorch").containsExactly(expected, within(TOLERANCE));
    try (OnnxModel model = new OnnxModel(folder.resolve("network.onnx"))) {
      assertThat(model.logits(images, BATCH))
          .as("ONNX Runtime")
          .containsExactly(expected, within(TOLERANCE));
      assertThat(model.metadata()).isEqualTo(metadata);
    }
    assumeTrue(python.isPresent(), "/usr/bin/python3 has no torch and torchvision");
    Files.write(folder.resolve("images.f32"), bytes(images));
    Files.write(folder.resolve("logits.f32"), bytes(expected));
    List<String> differences = python.orElseThrow().differences(folder);
    assertThat(Float.parseFloat(differences.get(0))).as("Python").isLessThan(TOLERANCE);
    assertThat(differences.get(1).equals("none")).isNotEqualTo(inTorchvision);
    if (inTorchvision) {
      assertThat(Float.parseFloat(differences.get(1))).as("torchvision").isLessThan(TOLERANCE);
    }
  }

  private static NetworkDescription description(NetworkKind kind, Stem stem, boolean flips) {
    return new NetworkDescription(
        kind.configName(),
        Optional.of(stem.configName()).filter(name -> kind.hasStem()),
        "noise",
        IntStream.range(0, CLASSES).mapToObj(i -> "class " + i).toList(),
        SIDE,
        List.of(0.4, 0.5, 0.6),
        List.of(0.25, 0.2, 0.3),
        flips);
  }

  private static float[] images() {
    float[] images = new float[BATCH * 3 * SIDE * SIDE];
    Random random = new Random(7);
    for (int i = 0; i < images.length; i++) {
      images[i] = random.nextFloat();
    }
    return images;
  }

  /** Train a step on other images, so that running statistics count, save, and return logits. */
  private float[] save(Architecture architecture, NetworkDescription description, float[] images)
      throws IOException {
    NetworkSource source =
        NetworkSource.of(architecture, NumberFormat.uniform(ElementType.FLOAT32));
    Shape shape = new Shape(BATCH, 3, SIDE, SIDE);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptedNetwork network =
            new ScriptedNetwork(Conditioned.filledByName(source), Device.cpu())) {
      network.initialize(manager, DataType.FLOAT32, shape);
      ParameterStore store = new ParameterStore(manager, false);
      NDArray other = Conditioned.batch(manager, shape).toType(DataType.FLOAT32, true);
      network.forward(store, new NDList(other), true).close();
      NetworkSaver.save(folder.resolve("saved.safetensors"), network, description);
      NDArray x = manager.create(normalized(images, description), shape);
      NDArray logits = network.forward(store, new NDList(x), false).head();
      if (description.flips()) {
        NDArray mirrored = network.forward(store, new NDList(x.flip(3)), false).head();
        logits = logits.add(mirrored).div(2);
      }
      return logits.toFloatArray();
    }
  }

  private static float[] normalized(float[] images, NetworkDescription description) {
    float[] normalized = new float[images.length];
    for (int i = 0; i < images.length; i++) {
      int channel = i / (SIDE * SIDE) % 3;
      double centred = images[i] - description.mean().get(channel);
      normalized[i] = (float) (centred / description.deviation().get(channel));
    }
    return normalized;
  }

  private float[] ofPyTorch(float[] images) throws IOException {
    byte[] archive = Files.readAllBytes(folder.resolve("network.pt"));
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptModule module = ScriptModule.load(Device.cpu(), archive)) {
      NDArray x = manager.create(images, new Shape(BATCH, 3, SIDE, SIDE));
      return module.infer("forward", new NDList(x), List.of()).toFloatArray();
    }
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private void write(String name, Content content) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      content.writeTo(out);
    }
  }

  private static byte[] bytes(float[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }
}
