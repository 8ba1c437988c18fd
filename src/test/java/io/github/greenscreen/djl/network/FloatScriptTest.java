package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloatScriptTest {
  private static final Layer CONVOLUTION =
      new Layer.Convolution("a.conv", "a.bn", Layer.INPUT, 3, 8, 3, 2, true);
  private static final Layer MEAN = new Layer.GlobalMean("mean", "a.conv");
  private static final Layer DENSE = new Layer.Dense("fc", "mean", 8, 10);

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
  void thinAndPad_smallPicture_keepsEverySecondPixelBetweenZeroChannels() {
    double[] out = run(new Layer.ThinAndPad("out", Layer.INPUT, 1, 3), new Shape(1, 1, 4, 4));
    assertThat(out).containsExactly(0, 0, 0, 0, 0, 2, 8, 10, 0, 0, 0, 0);
  }

  @Test
  void globalMean_smallPicture_isTheMeanOfEachChannel() {
    double[] out = run(new Layer.GlobalMean("out", Layer.INPUT), new Shape(1, 2, 2, 2));
    assertThat(out).containsExactly(1.5, 5.5);
  }

  @Test
  void maxPool_smallPicture_halvesIt() {
    double[] out = run(new Layer.MaxPool("out", Layer.INPUT), new Shape(1, 1, 4, 4));
    assertThat(out).containsExactly(5, 7, 13, 15);
  }

  @Test
  void add_ofPicture_isRectified() {
    double[] out = run(new Layer.Add("out", Layer.INPUT, Layer.INPUT), new Shape(1, 1, 1, 3));
    assertThat(out).containsExactly(0, 2, 4);
  }

  private static String methods(NumberFormat format, Quantization quantization) {
    Architecture few = new Architecture(List.of(CONVOLUTION, MEAN, DENSE));
    return NetworkSource.of(few, format, quantization, 255).methods();
  }

  /** Run {@code forward} of one layer on 0, 1, 2, …. */
  private static double[] run(Layer layer, Shape shape) {
    Architecture one = new Architecture(List.of(layer));
    NumberFormat format = NumberFormat.uniform(ElementType.FLOAT64);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptModule module =
            ScriptModule.compile(Device.cpu(), NetworkSource.of(one, format).methods())) {
      NDArray x = manager.arange((int) shape.size()).toType(DataType.FLOAT64, true).reshape(shape);
      NDArray unused = manager.create(0.0);
      return module.call("forward", new NDList(x), List.of(unused), true).toDoubleArray();
    }
  }
}
