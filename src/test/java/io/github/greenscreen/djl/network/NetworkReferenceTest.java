package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.loss.Loss;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares loss and gradients of one batch with PyTorch for Python: {@code reference.py} made
 * {@code reference.csv}. In float64 the gradient of every parameter agrees to 1e-8 in norm and in
 * its projection on noise. In float32 the loss and the whole gradient, as a vector, agree to 1e-4
 * of their size, and so does the norm of every parameter's gradient. The projection of a single
 * parameter's gradient is bounded by 1e-4 of its norm for ResNet-20, by 1e-3 (CIFAR stem) and 3e-3
 * (ImageNet stem, whose last stage normalises 32 single pixels) for ResNet-50, whose batch norms
 * over few values magnify the rounding of the parameters behind them.
 */
class NetworkReferenceTest {

  @ParameterizedTest
  @CsvSource({
    "resnet50-imagenet, float32, 32, 1e-4, 3e-3",
    "resnet50-cifar,    float32,  8, 1e-4, 1e-3",
    "resnet20,          float32, 32, 1e-4, 1e-4",
    "resnet50-imagenet, float64, 32, 1e-8, 1e-8",
    "resnet20,          float64, 32, 1e-8, 1e-8",
    "resnet32,          float32, 16, 1e-4, 1e-3",
    "resnet44,          float32, 16, 1e-4, 1e-3",
    "resnet56,          float32, 16, 1e-4, 1e-3",
    "resnet18-imagenet, float32, 32, 1e-4, 1e-3",
    "efficientnet_b0-imagenet, float32, 32, 1e-4, 1e-3",
    "efficientnet_b0-imagenet, float64, 32, 1e-8, 1e-8",
    "efficientnet_b0-cifar,    float32, 16, 1e-4, 1e-3",
    "vit_tiny,          float32,  8, 1e-4, 1e-3",
    "vit_tiny,          float64,  8, 1e-8, 1e-8",
    "vit_small,         float32,  4, 1e-4, 1e-3",
    "vit_base,          float32,  2, 1e-4, 1e-3",
    "convnext_tiny,     float32,  8, 1e-4, 1e-3",
    "convnext_tiny,     float64,  8, 1e-8, 1e-8",
    "airbench,          float32, 16, 1e-4, 1e-3",
    "airbench,          float64, 16, 1e-8, 1e-8",
  })
  void firstBatch_equalsPyTorch(
      String network, String precision, int batch, double tolerance, double direction)
      throws IOException {
    Map<String, double[]> expected = reference(network, precision);
    double whole = wholeNorm(expected);

    Map<String, double[]> actual = measure(network, precision, batch);

    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    assertThat(distance(actual, expected)).isLessThan(tolerance * whole);
    actual.forEach(
        (quantity, values) -> {
          double[] wanted = expected.get(quantity);
          double bound = tolerance * (values.length == 1 ? wanted[0] : whole);
          assertThat(values[0]).as(quantity).isCloseTo(wanted[0], within(bound));
          if (values.length > 1) {
            assertThat(values[1])
                .as("projection of " + quantity)
                .isCloseTo(wanted[1], within(direction * wanted[0] + 0.01 * bound));
          }
        });
  }

  /**
   * Estimate the norm of the difference of two whole gradients: the square of a projection on
   * uniform noise from −1 to 1 is a third of the square of the norm, on average.
   */
  private static double distance(Map<String, double[]> actual, Map<String, double[]> expected) {
    return Math.sqrt(
        3
            * actual.entrySet().stream()
                .filter(entry -> entry.getValue().length > 1)
                .mapToDouble(entry -> entry.getValue()[1] - expected.get(entry.getKey())[1])
                .map(difference -> difference * difference)
                .sum());
  }

  private static double wholeNorm(Map<String, double[]> reference) {
    return Math.sqrt(
        reference.values().stream().filter(v -> v.length > 1).mapToDouble(v -> v[0] * v[0]).sum());
  }

  private static Map<String, double[]> measure(String network, String precision, int batch) {
    DataType type = DataType.valueOf(precision.toUpperCase(Locale.ROOT));
    Device device = Device.cpu();
    try (NDManager manager = NDManager.newBaseManager(device, "PyTorch");
        ScriptedNetwork block =
            new ScriptedNetwork(source(network, ElementType.valueOf(type.name())), device)) {
      Shape shape = new Shape(batch, 3, 32, 32);
      block.initialize(manager, type, shape);
      ParameterStore store = new ParameterStore(manager, false);
      NDArray images = Conditioned.batch(manager, shape).toType(type, true);
      NDList labels = new NDList(manager.arange(batch).mod(10));
      Loss loss = Loss.softmaxCrossEntropyLoss();
      Map<String, double[]> result = new LinkedHashMap<>();
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        NDArray value = loss.evaluate(labels, block.forward(store, new NDList(images), true));
        collector.backward(value);
        result.put("loss", new double[] {number(value)});
      }
      for (Parameter parameter : block.trainable()) {
        result.put(parameter.getName(), summary(parameter.getArray().getGradient()));
      }
      NDList logits = block.forward(store, new NDList(images), false);
      result.put("inference loss", new double[] {number(loss.evaluate(labels, logits))});
      return result;
    }
  }

  /** Return the network {@code name-stem} as reference.py builds it. */
  private static NetworkSource source(String network, ElementType type) {
    String[] parts = network.split("-", -1);
    NetworkKind kind = ConfigChoice.find(NetworkKind.class, parts[0]).orElseThrow();
    Stem stem = parts.length > 1 && parts[1].equals("cifar") ? Stem.CIFAR : Stem.IMAGENET;
    Architecture whole = Networks.withoutRandomness(Architecture.of(kind, stem, 10));
    NetworkSource source = NetworkSource.of(whole, NumberFormat.uniform(type));
    return kind.isQuantizable() ? Conditioned.filled(source) : Conditioned.filledByName(source);
  }

  /** Norm of a gradient, and its projection on noise, which tells directions apart. */
  private static double[] summary(NDArray gradient) {
    double[] values = gradient.toType(DataType.FLOAT64, true).flatten().toDoubleArray();
    double[] noise = Noise.of(values.length, 2000);
    double norm = 0;
    double projection = 0;
    for (int i = 0; i < values.length; i++) {
      norm += values[i] * values[i];
      projection += values[i] * noise[i];
    }
    return new double[] {Math.sqrt(norm), projection};
  }

  private static double number(NDArray scalar) {
    return scalar.toType(DataType.FLOAT64, true).toDoubleArray()[0];
  }

  private static Map<String, double[]> reference(String network, String precision)
      throws IOException {
    Map<String, double[]> result = new LinkedHashMap<>();
    try (InputStream in = NetworkReferenceTest.class.getResourceAsStream("reference.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        String[] cells = line.split(",", -1);
        if (cells[0].equals(network) && cells[1].equals(precision)) {
          double norm = Double.parseDouble(cells[3]);
          result.put(
              cells[2],
              cells[4].isEmpty()
                  ? new double[] {norm}
                  : new double[] {norm, Double.parseDouble(cells[4])});
        }
      }
    }
    return result;
  }
}
