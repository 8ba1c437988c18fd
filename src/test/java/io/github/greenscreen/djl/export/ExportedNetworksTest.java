package io.github.greenscreen.djl.export;

import static org.assertj.core.api.Assertions.assertThat;
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
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.run.network.NetworkDescription;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Exports every network in every format, and compares the logits of PyTorch, ONNX Runtime, PyTorch
 * for Python, and torchvision with those of the network that was trained.
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
    "RESNET20, CIFAR, false, false",
    "RESNET32, CIFAR, true, false",
    "RESNET44, CIFAR, false, false",
    "RESNET56, CIFAR, false, false",
    "RESNET18, IMAGENET, false, true",
    "RESNET50, CIFAR, false, true",
    "EFFICIENTNET_B0, IMAGENET, true, true",
    "EFFICIENTNET_B0, CIFAR, false, true",
    "VIT_TINY, IMAGENET, false, true",
    "VIT_SMALL, IMAGENET, false, true",
    "VIT_BASE, IMAGENET, false, true",
    "CONVNEXT_TINY, IMAGENET, false, true",
  })
  void network_exported_givesTheSameLogitsEverywhere(
      NetworkKind kind, Stem stem, boolean flips, boolean inTorchvision)
      throws IOException, InterruptedException {
    NetworkDescription description = description(kind, stem, flips);
    float[] images = images();
    float[] expected = save(kind, stem, description, images);
    SavedNetwork network = SavedNetwork.read(folder.resolve("saved.safetensors"));
    Map<String, String> metadata = description.metadata();

    write("network.onnx", out -> OnnxExport.write(out, network, metadata));
    write("network.safetensors", out -> SafetensorsExport.write(out, network, metadata));
    write(
        "network.pt",
        out ->
            TorchScriptExport.write(out, network, PointwiseFormulation.CONVOLUTION, metadata));

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
  private float[] save(
      NetworkKind kind, Stem stem, NetworkDescription description, float[] images)
      throws IOException {
    NetworkSource source =
        NetworkSource.of(
            Architecture.of(kind, stem, CLASSES), NumberFormat.uniform(ElementType.FLOAT32));
    Shape shape = new Shape(BATCH, 3, SIDE, SIDE);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptedNetwork network =
            new ScriptedNetwork(Conditioned.filledByName(source), Device.cpu())) {
      network.initialize(manager, DataType.FLOAT32, shape);
      ParameterStore store = new ParameterStore(manager, false);
      NDArray other = Conditioned.batch(manager, shape).toType(DataType.FLOAT32, true);
      network.forward(store, new NDList(other), true).close();
      NetworkSaver.save(folder.resolve("saved.safetensors"), network, description);
      NDArray x = normalized(manager.create(images, shape), description);
      NDArray logits = network.forward(store, new NDList(x), false).head();
      if (description.flips()) {
        NDArray mirrored = network.forward(store, new NDList(x.flip(3)), false).head();
        logits = logits.add(mirrored).div(2);
      }
      return logits.toFloatArray();
    }
  }

  private static NDArray normalized(NDArray images, NetworkDescription description) {
    NDManager manager = images.getManager();
    return images
        .sub(perChannel(manager, description.mean()))
        .div(perChannel(manager, description.deviation()));
  }

  private static NDArray perChannel(NDManager manager, List<Double> numbers) {
    double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    return manager.create(values).reshape(1, 3, 1, 1).toType(DataType.FLOAT32, true);
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
