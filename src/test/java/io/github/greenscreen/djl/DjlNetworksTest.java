package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.djl.export.OnnxModel;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.network.ArraySpec;
import io.github.greenscreen.run.network.ModelFolder;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.run.network.NetworkFile;
import io.github.greenscreen.training.engine.Classifier;
import io.github.greenscreen.training.engine.ExportFormat;
import io.github.greenscreen.training.engine.TrainedNetworks.Export;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trains small networks and uses them as their runs deliver them. */
class DjlNetworksTest {
  private static final int COUNT = 3;

  @TempDir Path folder;
  private final DjlNetworks networks = new DjlNetworks();

  @ParameterizedTest
  @CsvSource({"float32, F32", "bfloat16, F32", "float64, F64"})
  void network_ofAnyPrecision_isExportedInFloat32(String precision, ArraySpec.Type saved)
      throws IOException {
    train(Jobs.how("precision", precision, "test_time_flip", "true", "batch_size", "4"));
    ModelFolder model = new ModelFolder(folder);
    assertThat(NetworkFile.read(model.network()).arrays().get("conv1.weight").type())
        .isEqualTo(saved);

    networks.export(
        new Export(model, ExportFormat.ONNX, false, Map.of("run", "007")),
        folder.resolve("net.onnx"));

    try (OnnxModel onnx = new OnnxModel(folder.resolve("net.onnx"))) {
      assertThat(onnx.metadata())
          .containsEntry("run", "007")
          .containsEntry("model", "resnet20")
          .containsEntry("classes", "[\"red\",\"green\",\"blue\"]")
          .containsEntry("test_time_flip", "true");
      assertSame(onnx.logits(scaled(), COUNT), probabilities(model));
    }
  }

  @Test
  void quantizedNetwork_exported_takesImagesBetween0And1() throws IOException {
    train(Jobs.how("internal", "post_quantization", "test_time_flip", "true", "batch_size", "4"));
    ModelFolder model = new ModelFolder(folder);

    networks.export(
        new Export(model, ExportFormat.TORCHSCRIPT, true, Map.of()), folder.resolve("net.pt"));

    List<double[]> expected = probabilities(model);
    byte[] archive = Files.readAllBytes(folder.resolve("net.pt"));
    try (ScriptModule module = ScriptModule.load(Device.cpu(), archive);
        NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      for (String method : List.of("forward", "simulate")) {
        NDArray x = manager.create(scaled(), new Shape(COUNT, 3, ImageSet.SIDE, ImageSet.SIDE));
        NDArray logits = module.infer(method, new NDList(x), List.of());
        assertSame(logits.toFloatArray(), expected);
      }
    }
    assertThat(Files.size(folder.resolve("net.pt"))).isLessThan(Files.size(model.network()) / 2);
  }

  /** The file is that of the smaller network, whatever the format. */
  @Test
  void networkWithoutItsPrunedFilters_exported_isSmallAndGivesTheSameLogits() throws IOException {
    train(
        Jobs.how(
            "pruning_schedule", "constant",
            "pruning_structure", "filter",
            "final_sparsity", "0.75",
            "weight_averaging", "0.5",
            "batch_size", "4"));
    ModelFolder model = new ModelFolder(folder);
    export(model, ExportFormat.ONNX, "net.onnx");
    export(model, ExportFormat.SAFETENSORS, "net.safetensors");
    export(model, ExportFormat.TORCHSCRIPT, "net.pt");

    NetworkFile arrays = NetworkFile.read(folder.resolve("net.safetensors"));
    assertThat(arrays.arrays().get("layer1.0.conv1.weight").shape())
        .containsExactly(4L, 16L, 3L, 3L);
    assertThat(arrays.arrays().get("layer3.2.conv2.weight").shape())
        .containsExactly(64L, 16L, 3L, 3L);
    assertThat(arrays.metadata().get("kept_filters"))
        .startsWith("{\"layer1.0.conv1\":4,")
        .endsWith("\"layer3.2.conv1\":16}");
    try (OnnxModel onnx = new OnnxModel(folder.resolve("net.onnx"))) {
      assertSame(onnx.logits(scaled(), COUNT), probabilities(model));
    }
    for (String name : List.of("net.onnx", "net.safetensors", "net.pt")) {
      assertThat(Files.size(folder.resolve(name))).as(name).isLessThan(4 * 269_267 / 2);
    }
  }

  @Test
  void networkWithoutItsPrunedFilters_ofOtherShapes_isRefused() throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>(description("resnet20").metadata());
    metadata.put("kept_filters", "{\"layer1.0.conv1\":4}");
    train(Jobs.how("batch_size", "8"));
    ModelFolder model = new ModelFolder(folder);
    NetworkFile whole = NetworkFile.read(model.network());
    metadata.put("classes", whole.metadata().get("classes"));
    Path changed = folder.resolve("changed");
    Files.createDirectories(changed);
    try (OutputStream out = Files.newOutputStream(new ModelFolder(changed).network())) {
      NetworkFile.write(
          out,
          metadata,
          List.copyOf(whole.arrays().values()),
          array -> whole.content(array.name()));
    }

    assertThatThrownBy(() -> networks.load(new ModelFolder(changed)))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            ("%s: layer1.0.conv1.weight has the shape [16, 16, 3, 3]; expected the shape "
                    + "[4, 16, 3, 3] of resnet20")
                .formatted(new ModelFolder(changed).network()));
  }

  private void export(ModelFolder model, ExportFormat format, String name) {
    networks.export(new Export(model, format, false, Map.of()), folder.resolve(name));
  }

  @Test
  void network_savedForOtherClasses_isRefusedWithTheShapes() throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>(description("resnet20").metadata());
    ModelFolder model = write(metadata);

    assertThatThrownBy(() -> networks.load(model))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            "%s: conv1.weight has the shape [1]; expected the shape [16, 3, 3, 3] of resnet20"
                .formatted(model.network()));
  }

  @Test
  void network_ofAnUnknownArchitecture_isRefused() throws IOException {
    ModelFolder model = write(description("resnet9000").metadata());

    assertThatThrownBy(() -> networks.load(model))
        .hasMessage(
            "%s has the model \"resnet9000\", which this version of greenscreen does not know"
                .formatted(model.network()));
  }

  private ModelFolder write(Map<String, String> metadata) throws IOException {
    ModelFolder model = new ModelFolder(folder);
    ArraySpec array = new ArraySpec("conv1.weight", ArraySpec.Type.F32, List.of(1L));
    try (OutputStream out = Files.newOutputStream(model.network())) {
      NetworkFile.write(out, metadata, List.of(array), spec -> ByteBuffer.allocate(Float.BYTES));
    }
    return model;
  }

  private static NetworkDescription description(String model) {
    List<Double> ones = List.of(1.0, 1.0, 1.0);
    return new NetworkDescription(
        model, Optional.empty(), "colours", List.of("a", "b"), 32, ones, ones, false);
  }

  private void train(Hyperparameters how) {
    TrainingJob job = Jobs.job(how, 2, 1, Optional.of(folder));
    TrainingJob quantized =
        new TrainingJob(
            how,
            job.epochs(),
            job.seed(),
            job.images(),
            job.split(),
            Optional.of(folder),
            Optional.of(new ModelFolder(folder).quantized()));
    new DjlTrainer().train(quantized, QuantizedRun.heard(new ArrayList<>()));
  }

  private List<double[]> probabilities(ModelFolder model) {
    try (Classifier classifier = networks.load(model)) {
      List<byte[]> images = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        int from = i * ImageSet.IMAGE_BYTES;
        images.add(Arrays.copyOfRange(pixels(), from, from + ImageSet.IMAGE_BYTES));
      }
      return classifier.probabilities(images);
    }
  }

  private static byte[] pixels() {
    return Jobs.images(COUNT).pixels();
  }

  private static float[] scaled() {
    byte[] pixels = pixels();
    float[] scaled = new float[pixels.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (pixels[i] & 0xFF) / 255f;
    }
    return scaled;
  }

  private static void assertSame(float[] logits, List<double[]> probabilities) {
    int classes = logits.length / probabilities.size();
    for (int i = 0; i < probabilities.size(); i++) {
      double[] expected = Arrays.stream(probabilities.get(i)).map(Math::log).toArray();
      double[] actual = logShares(Arrays.copyOfRange(logits, i * classes, (i + 1) * classes));
      double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
      assertThat(actual).containsExactly(expected, within(1e-5 * size + 1e-4));
    }
  }

  /** Return the logarithms of the probabilities that {@code logits} mean. */
  private static double[] logShares(float[] logits) {
    double largest = IntStream.range(0, logits.length).mapToDouble(i -> logits[i]).max().orElse(0);
    double sum =
        IntStream.range(0, logits.length).mapToDouble(i -> Math.exp(logits[i] - largest)).sum();
    return IntStream.range(0, logits.length)
        .mapToDouble(i -> logits[i] - largest - Math.log(sum))
        .toArray();
  }
}
