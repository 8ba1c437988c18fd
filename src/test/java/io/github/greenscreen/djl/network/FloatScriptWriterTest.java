package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.MaxPool;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.djl.network.layer.RectifiedSum;
import io.github.greenscreen.djl.network.layer.SubsampleShortcut;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatScriptWriterTest {
  private static final Layer CONVOLUTION =
      new NormalizedConvolution("a.conv", "a.bn", Layer.INPUT, 3, 8, 3, 2, true);
  private static final Layer MEAN = new GlobalAveragePool("mean", "a.conv");
  private static final Layer DENSE = new Dense("fc", "mean", 8, 10);

  @Test
  void methods_ofAFewLayers_areTwoFunctionsThatDifferInTraining() {
    assertThat(methods(NumberFormat.uniform(ElementType.FLOAT64), Quantization.NONE))
        .isEqualTo(
            """
              def forward(self: __torch__.Ops, x: Tensor, p: List[Tensor]) -> Tensor:
                x = torch.to(x, 7)
                a_conv = torch.conv2d(x, p[0], None, [2, 2], [1, 1])
                a_conv = torch.batch_norm(a_conv, p[1], p[2], p[3], p[4], True, 0.1, 1.0e-05, True)
                a_conv = torch.relu_(a_conv)
                mean = torch.mean(a_conv, [2, 3])
                fc = torch.linear(mean, p[5], p[6])
                return fc
              def infer(self: __torch__.Ops, x: Tensor, p: List[Tensor]) -> Tensor:
                x = torch.to(x, 7)
                a_conv = torch.conv2d(x, p[0], None, [2, 2], [1, 1])
                a_conv = torch.batch_norm(a_conv, p[1], p[2], p[3], p[4], False, 0.1, 1.0e-05, True)
                a_conv = torch.relu_(a_conv)
                mean = torch.mean(a_conv, [2, 3])
                fc = torch.linear(mean, p[5], p[6])
                return fc
            """);
  }

  @Test
  void methods_ofMixedPrecision_castWeightsAndLogitsButNotBatchNormalisation() {
    NumberFormat mixed = new NumberFormat(ElementType.FLOAT32, ElementType.BFLOAT16);
    assertThat(methods(mixed, Quantization.NONE))
        .startsWith(
            """
              def forward(self: __torch__.Ops, x: Tensor, p: List[Tensor]) -> Tensor:
                x = torch.to(x, 15)
                a_conv = torch.conv2d(x, torch.to(p[0], 15), None, [2, 2], [1, 1])
                a_conv = torch.batch_norm(a_conv, p[1], p[2], p[3], p[4], True, 0.1, 1.0e-05, True)
                a_conv = torch.relu_(a_conv)
                mean = torch.mean(a_conv, [2, 3])
                fc = torch.linear(mean, torch.to(p[5], 15), torch.to(p[6], 15))
                return torch.to(fc, 6)
            """);
  }

  @Test
  void methods_ofQuantizedTraining_roundWeightsAndFollowActivations() {
    assertThat(methods(NumberFormat.uniform(ElementType.FLOAT32), Quantization.TRAINED))
        .startsWith(
            """
              def forward(self: __torch__.Ops, x: Tensor, p: List[Tensor]) -> Tensor:
                x = torch.to(x, 6)
                _ = (self).observe(x, p[7])
                x = (self).quantize(x, p[7])
                a_conv = torch.conv2d(x, (self).quantize_weight(p[0]), None, [2, 2], [1, 1])
                a_conv = torch.batch_norm(a_conv, p[1], p[2], p[3], p[4], True, 0.1, 1.0e-05, True)
                a_conv = torch.relu_(a_conv)
                _ = (self).observe(a_conv, p[8])
                a_conv = (self).quantize(a_conv, p[8])
            """)
        .doesNotContain("def calibrate");
  }

  @Test
  void methods_ofCalibration_observeOnlyThere() {
    String methods = methods(NumberFormat.uniform(ElementType.FLOAT32), Quantization.CALIBRATED);
    int calibrate = methods.indexOf("  def calibrate(");
    int observe = methods.indexOf("  def observe(");
    assertThat(methods.substring(0, calibrate)).doesNotContain("observe", "quantize", "range");
    assertThat(methods.substring(calibrate, observe))
        .contains("_ = (self).observe(a_conv, p[8])")
        .doesNotContain("quantize", ", True, 0.1");
  }

  @Test
  void methods_ofPointwiseConvolutions_multiplyChannelsLastViews() {
    Layer one = new NormalizedConvolution("a", "an", Layer.INPUT, 3, 8, 1, 1, false);
    Layer two = new NormalizedConvolution("b", "bn", "a", 8, 4, 1, 2, false);
    NumberFormat format = NumberFormat.uniform(ElementType.FLOAT32);
    Architecture both = new Architecture(List.of(one, two));
    assertThat(methods(both, format, PointwiseFormulation.MATRIX_PRODUCT, Quantization.TRAINED))
        .contains(
            """
                a = torch.inner(torch.permute(x, [0, 2, 3, 1]), \
            torch.flatten((self).quantize_weight(p[0]), 1))
                a = torch.permute(a, [0, 3, 1, 2])
            """,
            """
                b = torch.inner(torch.slice(torch.slice(torch.permute(a, [0, 2, 3, 1]), \
            1, 0, 9223372036854775807, 2), 2, 0, 9223372036854775807, 2), \
            torch.flatten((self).quantize_weight(p[5]), 1))
                b = torch.permute(b, [0, 3, 1, 2])
            """);
    assertThat(methods(both, format, PointwiseFormulation.CONVOLUTION, Quantization.NONE))
        .contains("b = torch.conv2d(a, p[5], None, [2, 2], [0, 0])")
        .doesNotContain("inner");
  }

  @Test
  void methods_ofPointwiseConvolutionsInMixedFormulation_multiplyManyChannelsOnly() {
    Layer few = new NormalizedConvolution("a", "an", Layer.INPUT, 256, 512, 1, 1, false);
    Layer many = new NormalizedConvolution("b", "bn", "a", 512, 257, 1, 1, false);
    NumberFormat format = NumberFormat.uniform(ElementType.FLOAT32);
    Architecture both = new Architecture(List.of(few, many));
    assertThat(methods(both, format, PointwiseFormulation.MIXED, Quantization.NONE))
        .contains("a = torch.conv2d(x, p[0], None, [1, 1], [0, 0])", "b = torch.inner(")
        .doesNotContain("a = torch.inner(", "b = torch.conv2d(");
  }

  /**
   * The weights are 1, 2 for the first and 3, 4 for the second output channel; float64 is exact.
   */
  @ParameterizedTest
  @CsvSource({"MATRIX_PRODUCT, 1", "MATRIX_PRODUCT, 2", "CONVOLUTION, 1", "CONVOLUTION, 2"})
  void pointwiseConvolution_smallPicture_weighsTheChannelsOfEachPixel(
      PointwiseFormulation pointwise, int stride) {
    Layer layer = new NormalizedConvolution("out", "bn", Layer.INPUT, 2, 2, 1, stride, false);
    Architecture one = new Architecture(List.of(layer));
    NumberFormat format = NumberFormat.uniform(ElementType.FLOAT64);
    String methods = methods(one, format, pointwise, Quantization.NONE);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptModule module = ScriptModule.compile(Device.cpu(), methods)) {
      NDArray x = numbers(manager, new Shape(1, 2, 2, 2));
      double[] pixels = infer(module, manager, x).toDoubleArray();
      double[] every = {8, 11, 14, 17, 16, 23, 30, 37};
      assertThat(pixels).containsExactly(stride == 1 ? every : new double[] {8, 16}, within(1e-3));
    }
  }

  /** Call {@code infer} of a convolution whose batch normalisation changes nothing but by ε. */
  private static NDArray infer(ScriptModule module, NDManager manager, NDArray x) {
    NDArray weight = manager.create(new double[] {1, 2, 3, 4}, new Shape(2, 2, 1, 1));
    NDArray ones = manager.create(new double[] {1, 1});
    NDArray zeros = manager.create(new double[] {0, 0});
    List<NDArray> parameters = List.of(weight, ones, zeros, zeros, ones);
    return module.infer("infer", new NDList(x), parameters);
  }

  private static NDArray numbers(NDManager manager, Shape shape) {
    return manager.arange((int) shape.size()).toType(DataType.FLOAT64, true).reshape(shape);
  }

  @Test
  void thinAndPad_smallPicture_keepsEverySecondPixelBetweenZeroChannels() {
    double[] out = run(new SubsampleShortcut("out", Layer.INPUT, 1, 3), new Shape(1, 1, 4, 4));
    assertThat(out).containsExactly(0, 0, 0, 0, 0, 2, 8, 10, 0, 0, 0, 0);
  }

  @Test
  void globalMean_smallPicture_isTheMeanOfEachChannel() {
    double[] out = run(new GlobalAveragePool("out", Layer.INPUT), new Shape(1, 2, 2, 2));
    assertThat(out).containsExactly(1.5, 5.5);
  }

  @Test
  void maxPool_smallPicture_halvesIt() {
    double[] out = run(new MaxPool("out", Layer.INPUT), new Shape(1, 1, 4, 4));
    assertThat(out).containsExactly(5, 7, 13, 15);
  }

  @Test
  void add_ofPicture_isRectified() {
    double[] out = run(new RectifiedSum("out", Layer.INPUT, Layer.INPUT), new Shape(1, 1, 1, 3));
    assertThat(out).containsExactly(0, 2, 4);
  }

  private static String methods(NumberFormat format, Quantization quantization) {
    Architecture few = new Architecture(List.of(CONVOLUTION, MEAN, DENSE));
    return methods(few, format, PointwiseFormulation.MATRIX_PRODUCT, quantization);
  }

  private static String methods(
      Architecture architecture,
      NumberFormat format,
      PointwiseFormulation pointwise,
      Quantization quantization) {
    return NetworkSource.of(architecture, format, pointwise, quantization, 255).methods();
  }

  /** Run {@code forward} of one layer on 0, 1, 2, …. */
  private static double[] run(Layer layer, Shape shape) {
    Architecture one = new Architecture(List.of(layer));
    NumberFormat format = NumberFormat.uniform(ElementType.FLOAT64);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptModule module =
            ScriptModule.compile(Device.cpu(), NetworkSource.of(one, format).methods())) {
      NDArray x = numbers(manager, shape);
      NDArray unused = manager.create(0.0);
      return module.call("forward", new NDList(x), List.of(List.of(unused))).toDoubleArray();
    }
  }
}
