package io.github.greenscreen.djl.quantized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.Noise;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import io.github.greenscreen.djl.network.layer.SubsampleShortcut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Int8NetworkTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");

  @TempDir Path folder;

  @AfterEach
  void free() {
    manager.close();
  }

  /**
   * Pixel (1, 0, −0.5) is (100, 0, −50) in steps of 0.01. Convolution: 0.015·0.01·(127·100 − 50) −
   * 1 = 0.8975, and 0.01·0.01·127·100 + 2.25 = 3.52, above the range: 90 and 255 in steps of 0.01.
   * Means 0.9 and 2.55, above the range: 180 and 255 in steps of 0.005. Dense: 0.01·0.005·(127·180
   * + 64·255) + 0.5 = 2.459 and 0.001·0.005·(−127·180 + 64·255) − 0.5 = −0.5327, in steps of 0.01
   * from −1 to 1.55.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void infer_tinyNetwork_givesTheLogitsComputedByHand(boolean integers) {
    Int8Model model = Int8Converter.convert(Layers.TINY, Layers.values(), 255);
    NDArray x = manager.create(new float[] {1, 0, -0.5f}, new Shape(1, 3, 1, 1));
    assertThat(run(model, integers, x)).containsExactly(new float[] {1.55f, -0.53f}, within(1e-6f));
  }

  /** With 127 levels the steps are twice as wide, and the kernels' 255 must not be reached. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void infer_fewerLevels_cutsAtTheLargest(boolean integers) {
    Architecture one = new Architecture(List.of(Layers.TINY.layers().get(0)));
    Int8Model model = Int8Converter.convert(one, Layers.values(), 127);
    NDArray x = manager.create(new float[] {1, 0, -0.5f}, new Shape(1, 3, 1, 1));
    assertThat(run(model, integers, x)[1]).isCloseTo(2.55f, within(1e-6f));
  }

  /** The input's zero is 128; padding must stand for 0, not for the integer 0. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void infer_thinAndPad_padsWithTheIntegerOfZero(boolean integers) {
    Architecture one = new Architecture(List.of(new SubsampleShortcut("pad", Layer.INPUT, 1, 3)));
    Int8Model model = Int8Converter.convert(one, Layers.values(), 255);
    float[] pixels = {0.1f, 1, 0.2f, 1, 1, 1, 1, 1, 0.3f, 1, -0.4f, 1, 1, 1, 1, 1};
    NDArray x = manager.create(pixels, new Shape(1, 1, 4, 4));
    assertThat(run(model, integers, x))
        .containsExactly(
            new float[] {0, 0, 0, 0, 0.1f, 0.2f, 0.3f, -0.4f, 0, 0, 0, 0}, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void infer_convolutionAtTheBorder_padsWithZero(boolean integers) {
    Map<String, float[]> values = Layers.values();
    values.put("conv.weight", new float[] {0, 0, 0, 0.5f, 0, 1, 0, 0, 0});
    values.put("bn.weight", new float[] {2});
    values.put("bn.bias", new float[] {1});
    values.put("bn.running_mean", new float[] {0});
    values.put("bn.running_var", new float[] {4});
    Architecture one =
        new Architecture(
            List.of(new NormalizedConvolution("conv", "bn", Layer.INPUT, 1, 1, 3, 1, false)));
    Int8Model model = Int8Converter.convert(one, values, 255);
    NDArray x = manager.create(new float[] {0.4f, 0.8f}, new Shape(1, 1, 1, 2));
    assertThat(run(model, integers, x)).containsExactly(new float[] {1.8f, 1.2f}, within(0.011f));
  }

  /** Equal but for values halfway between two steps, which the order of operations decides. */
  @ParameterizedTest
  @CsvSource({"3, false", "1, false", "1, true"})
  void infer_oneLayer_simulatesTheKernels(int kernel, boolean rectified) {
    Map<String, float[]> values = Layers.values();
    values.put("conv.weight", floats(16 * 8 * kernel * kernel, 1, 0, 0.9 / kernel));
    values.put("bn.weight", floats(16, 2, 1, 1));
    values.put("bn.bias", floats(16, 3, 0.4, 1));
    values.put("bn.running_mean", floats(16, 4, 0, 1));
    values.put("bn.running_var", floats(16, 5, 2, 1));
    values.put("conv.range", new float[] {-2.717f, 3.1415f, 1});
    Layer layer = new NormalizedConvolution("conv", "bn", Layer.INPUT, 8, 16, kernel, 2, rectified);
    Int8Model model =
        Int8Converter.convert(new Architecture(List.of(layer)), values, IntegerKernels.levels());
    NDArray x = manager.create(floats(16 * 8 * 64 * 2, 6, 0, 1.2)).reshape(32, 8, 8, 8);

    float[] integers = run(model, true, x);
    float[] simulated = run(model, false, x);

    double step = model.activations().get("conv").scale() * 1.001;
    int different = 0;
    for (int i = 0; i < integers.length; i++) {
      assertThat(integers[i]).isCloseTo(simulated[i], within((float) step));
      different += Math.abs(integers[i] - simulated[i]) > step / 2 ? 1 : 0;
    }
    assertThat(different).isLessThanOrEqualTo(integers.length / 1000);
    assertThat(distinct(integers)).hasSizeBetween(50, 256);
  }

  @Test
  void kernels_always_tellWhatComputes() {
    byte[] archive = Int8Archive.of(Int8Converter.convert(Layers.TINY, Layers.values(), 255));
    try (Int8Network integers = Int8Network.load(archive, true);
        Int8Network simulated = Int8Network.load(archive, false)) {
      assertThat(integers.kernels()).isEqualTo(IntegerKernels.ofMachine());
      assertThat(simulated.kernels()).isEqualTo(IntegerKernels.SIMULATED);
      assertThat(integers.bytes()).isEqualTo(archive.length);
    }
  }

  @Test
  void infer_result_belongsToTheManagerOfTheImages() {
    byte[] archive = Int8Archive.of(Int8Converter.convert(Layers.TINY, Layers.values(), 255));
    try (Int8Network network = Int8Network.load(archive, true);
        NDManager batch = manager.newSubManager()) {
      NDArray logits = network.infer(batch.zeros(new Shape(2, 3, 1, 1), DataType.FLOAT64));
      assertThat(logits.getManager()).isSameAs(batch);
      assertThat(logits.getShape()).isEqualTo(new Shape(2, 2));
      assertThat(logits.getDataType()).isEqualTo(DataType.FLOAT32);
    }
  }

  @Test
  void load_otherFile_saysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("int8.pt"), "not a network");
    assertThatThrownBy(() -> Int8Network.load(file))
        .isInstanceOf(Int8Exception.class)
        .hasMessage(file + " is not an archive of an int8 network; write it again");
  }

  private static float[] run(Int8Model model, boolean integers, NDArray x) {
    try (Int8Network network = Int8Network.load(Int8Archive.of(model), integers)) {
      return network.infer(x).toFloatArray();
    }
  }

  private static Set<Float> distinct(float[] values) {
    Set<Float> result = new HashSet<>();
    for (float value : values) {
      result.add(value);
    }
    return result;
  }

  private static float[] floats(int size, long stream, double center, double scale) {
    double[] noise = Noise.of(size, stream, center, scale);
    float[] result = new float[size];
    for (int i = 0; i < size; i++) {
      result[i] = (float) noise[i];
    }
    return result;
  }
}
