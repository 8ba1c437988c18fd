package io.github.greenscreen.djl.quantized;

import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.MaxPool;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.djl.network.layer.QuantizableLayer;
import io.github.greenscreen.djl.network.layer.RectifiedSum;
import io.github.greenscreen.djl.network.layer.SubsampleShortcut;

/**
 * Writes the pass of a quantised network through the engine's integer kernels: {@code forward(x:
 * Tensor[batch, 3, 32, 32]) -> Tensor[batch, classes]}, with float32 input and output and uint8 in
 * between.
 *
 * <p>{@code pack} brings weights into the order of the kernels, once; the first pass calls it if
 * necessary. Kernels saturate at 255; if activations have fewer levels, each result is clipped to
 * them, as in training.
 */
final class Int8ScriptWriter implements QuantizableLayer.Visitor {
  /** Attribute that holds the packed convolutions, and its type. */
  static final String CONVOLUTIONS = "convolutions";

  static final String CONVOLUTIONS_TYPE =
      "List[__torch__.torch.classes.quantized.Conv2dPackedParamsBase]";

  /** Attribute that holds the packed dense layers, and its type. */
  static final String DENSE = "dense";

  static final String DENSE_TYPE = "List[__torch__.torch.classes.quantized.LinearPackedParamsBase]";

  /** Largest integer of the kernels. */
  private static final int KERNEL_LEVELS = 255;

  private static final String PACK =
      """
        def pack_convolution(self: __torch__.Ops, w: Tensor, scale: Tensor, bias: Tensor, \
      stride: int, padding: int) -> __torch__.torch.classes.quantized.Conv2dPackedParamsBase:
          zero = torch.zeros_like(scale, dtype=4)
          q = torch._make_per_channel_quantized_tensor(w, scale, zero, 0)
          return ops.quantized.conv2d_prepack(q, bias, [stride, stride], [padding, padding], \
      [1, 1], 1)
        def pack_dense(self: __torch__.Ops, w: Tensor, scale: Tensor, bias: Tensor) \
      -> __torch__.torch.classes.quantized.LinearPackedParamsBase:
          zero = torch.zeros_like(scale, dtype=4)
          flat = torch.flatten(w, 1)
          q = torch._make_per_channel_quantized_tensor(flat, scale, zero, 0)
          return ops.quantized.linear_prepack(q, bias)
      """;

  private final Int8Model model;
  private final ActivationScales scales;
  private final StringBuilder convolutions = new StringBuilder();
  private final StringBuilder dense = new StringBuilder();
  private final StringBuilder pass = new StringBuilder();
  private int convolutionCount;
  private int denseCount;

  private Int8ScriptWriter(Int8Model model) {
    this.model = model;
    this.scales = new ActivationScales(model);
  }

  /** Write {@code forward} and {@code pack}. */
  static String methods(Int8Model model) {
    Int8ScriptWriter script = new Int8ScriptWriter(model);
    script.assign(
        Layer.INPUT,
        "torch.quantize_per_tensor(torch.to(x, 6), %s, 13)".formatted(script.to(Layer.INPUT)));
    script.cut(Layer.INPUT);
    model.architecture().quantizableLayers().forEach(layer -> layer.accept(script));
    return script.forward() + script.pack() + PACK;
  }

  private String forward() {
    return """
          def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
            if torch.__is__(self.convolutions, None):
              _ = (self).pack()
            else:
              pass
            c = unchecked_cast({convolutions}, self.convolutions)
            d = unchecked_cast({dense}, self.dense)
        """
            .replace("{convolutions}", CONVOLUTIONS_TYPE)
            .replace("{dense}", DENSE_TYPE)
        + pass
        + "    return torch.dequantize(%s)\n"
            .formatted(Expressions.variable(model.architecture().result()));
  }

  private String pack() {
    String set = "    self.%s = annotate(%s, [%s])\n";
    return "  def pack(self: __torch__.Ops) -> int:\n"
        + set.formatted(CONVOLUTIONS, CONVOLUTIONS_TYPE, convolutions)
        + set.formatted(DENSE, DENSE_TYPE, dense)
        + "    return 0\n";
  }

  @Override
  public void convolution(NormalizedConvolution layer) {
    if (layer.isPointwise()) {
      multiply(layer);
    } else {
      convolve(layer);
    }
    cut(layer.name());
  }

  private void convolve(NormalizedConvolution layer) {
    convolutions
        .append(convolutions.isEmpty() ? "" : ", ")
        .append(
            "(self).pack_convolution(%s, %s, %s)"
                .formatted(ScriptNames.arguments(layer.name()), layer.stride(), layer.padding()));
    assign(
        layer.name(),
        "ops.quantized.%s(%s, c[%s], %s)"
            .formatted(
                layer.rectified() ? "conv2d_relu" : "conv2d",
                Expressions.variable(layer.in()),
                convolutionCount++,
                to(layer.name())));
  }

  /** A 1×1 convolution as a dense layer of every pixel: see {@link PointwiseFormulation}. */
  private void multiply(NormalizedConvolution layer) {
    String pixels = Expressions.pointwiseInput(Expressions.variable(layer.in()), layer.stride());
    assign(layer.name(), dense(layer.rectified() ? "linear_relu" : "linear", pixels, layer.name()));
    String out = Expressions.variable(layer.name());
    assign(layer.name(), Expressions.channelsFirst(out));
  }

  /** Pack the weights of {@code layer} and return the expression of its outputs. */
  private String dense(String kernel, String inputs, String layer) {
    dense
        .append(dense.isEmpty() ? "" : ", ")
        .append("(self).pack_dense(%s)".formatted(ScriptNames.arguments(layer)));
    return "ops.quantized.%s(%s, d[%s], %s)".formatted(kernel, inputs, denseCount++, to(layer));
  }

  @Override
  public void add(RectifiedSum layer) {
    assign(
        layer.name(),
        "ops.quantized.add_relu(%s, %s, %s)"
            .formatted(
                Expressions.variable(layer.in()),
                Expressions.variable(layer.shortcut()),
                to(layer.name())));
    cut(layer.name());
  }

  @Override
  public void maxPool(MaxPool layer) {
    scales.inherit(layer.name(), layer.in());
    assign(layer.name(), layer.expression());
  }

  @Override
  public void subsampleShortcut(SubsampleShortcut layer) {
    scales.inherit(layer.name(), layer.in());
    layer.expressions().forEach(expression -> assign(layer.name(), expression));
  }

  /** Sum the integers, which is exact in float32, so that simulation gives the same mean. */
  @Override
  public void globalAveragePool(GlobalAveragePool layer) {
    ActivationScale from = scales.of(layer.in());
    assign(
        layer.name(),
        "torch.mean(torch.to(torch.int_repr(%s), 6), [2, 3])"
            .formatted(Expressions.variable(layer.in())));
    String mean = Expressions.variable(layer.name());
    assign(
        layer.name(),
        "torch.mul(torch.sub(%s, %s), %s)"
            .formatted(mean, from.zero(), ScriptNames.number(from.scale())));
    assign(layer.name(), "torch.quantize_per_tensor(%s, %s, 13)".formatted(mean, to(layer.name())));
    cut(layer.name());
  }

  @Override
  public void dense(Dense layer) {
    assign(layer.name(), dense("linear", Expressions.variable(layer.in()), layer.name()));
    cut(layer.name());
  }

  private String to(String layer) {
    ActivationScale scale = scales.of(layer);
    return ScriptNames.number(scale.scale()) + ", " + scale.zero();
  }

  private void cut(String layer) {
    if (model.levels() < KERNEL_LEVELS) {
      ActivationScale scale = scales.of(layer);
      double largest = (double) scale.scale() * (model.levels() - scale.zero());
      assign(
          layer,
          "torch.clamp(%s, None, %s)"
              .formatted(Expressions.variable(layer), ScriptNames.number(largest)));
    }
  }

  private void assign(String layer, String expression) {
    pass.append("    %s = %s\n".formatted(Expressions.variable(layer), expression));
  }
}
