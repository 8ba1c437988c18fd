package io.github.greenscreen.djl.quantized;

import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.MaxPool;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import io.github.greenscreen.djl.network.layer.QuantizableLayer;
import io.github.greenscreen.djl.network.layer.RectifiedSum;
import io.github.greenscreen.djl.network.layer.SubsampleShortcut;

/**
 * Writes the pass of a quantised network for machines whose engine has no integer kernels: {@code
 * simulate(x: Tensor[batch, 3, 32, 32]) -> Tensor[batch, classes]}.
 *
 * <p>Values are the same integers, minus the integer of zero, in float64, in which every sum of
 * products is exact (below 2^53). The float32 operations after that, and their order, are those of
 * the engine's kernels with AVX-512 VNNI: oneDNN's for convolutions, which adds the integer of zero
 * before it rounds half to even; fbgemm's for dense layers and 1×1 convolutions, which divides the
 * bias by the scale; and PyTorch's own for sums, which multiplies and adds in one rounding. Other
 * kernels use another order; their results differ by one step if a value lies halfway between two,
 * up to 2^-23 of its size.
 */
final class SimulatedInt8Script implements QuantizableLayer.Visitor {
  private static final String HELPERS =
      """
        def simulate_round(self: __torch__.Ops, x: Tensor, scale: float, zero: int, levels: int) \
      -> Tensor:
          steps = torch.add(torch.round(torch.mul(x, torch.div(1., scale))), zero)
          return torch.to(torch.sub(torch.clamp(steps, 0, levels), zero), 7)
        def simulate_convolution(self: __torch__.Ops, x: Tensor, of: float, w: Tensor, \
      scale: Tensor, bias: Tensor, stride: int, padding: int, to: float, zero: int, low: int, \
      levels: int) -> Tensor:
          sums = torch.conv2d(x, torch.to(w, 7), None, [stride, stride], [padding, padding])
          each = torch.reshape(torch.mul(scale, of), [1, -1, 1, 1])
          real = torch.add(torch.mul(torch.to(sums, 6), each), torch.reshape(bias, [1, -1, 1, 1]))
          steps = torch.round(torch.add(torch.mul(real, torch.div(1., to)), zero))
          return torch.to(torch.sub(torch.clamp(steps, low, levels), zero), 7)
        def simulate_dense(self: __torch__.Ops, x: Tensor, of: float, w: Tensor, scale: Tensor, \
      bias: Tensor, to: float, zero: int, low: int, levels: int) -> Tensor:
          each = torch.mul(scale, of)
          flat = torch.to(torch.flatten(w, 1), 7)
          sums = torch.add(torch.to(torch.linear(x, flat), 6), torch.div(bias, each))
          steps = torch.add(torch.round(torch.mul(sums, torch.div(each, to))), zero)
          return torch.to(torch.sub(torch.clamp(steps, low, levels), zero), 7)
      """;

  private final Int8Model model;
  private final ActivationScales scales;
  private final StringBuilder pass = new StringBuilder();

  private SimulatedInt8Script(Int8Model model) {
    this.model = model;
    this.scales = new ActivationScales(model);
  }

  /** Write {@code simulate}. */
  static String methods(Int8Model model) {
    SimulatedInt8Script script = new SimulatedInt8Script(model);
    script.round(Layer.INPUT, "torch.to(x, 6)");
    model.architecture().quantizableLayers().forEach(layer -> layer.accept(script));
    return "  def simulate(self: __torch__.Ops, x: Tensor) -> Tensor:\n"
        + script.pass
        + "    return %s\n".formatted(script.scaled(model.architecture().result()))
        + HELPERS;
  }

  @Override
  public void convolution(NormalizedConvolution layer) {
    if (layer.isPointwise()) {
      multiply(layer);
    } else {
      convolve(layer);
    }
  }

  private void multiply(NormalizedConvolution layer) {
    String pixels = Expressions.pointwiseInput(Expressions.variable(layer.in()), layer.stride());
    assign(layer.name(), product(layer.name(), layer.in(), pixels, least(layer)));
    assign(layer.name(), Expressions.channelsFirst(Expressions.variable(layer.name())));
  }

  private void convolve(NormalizedConvolution layer) {
    ActivationScale to = scales.of(layer.name());
    assign(
        layer.name(),
        "(self).simulate_convolution(%s, %s, %s, %s, %s, %s, %s, %s, %s)"
            .formatted(
                Expressions.variable(layer.in()),
                scale(layer.in()),
                ScriptNames.arguments(layer.name()),
                layer.stride(),
                layer.padding(),
                scale(layer.name()),
                to.zero(),
                least(layer),
                model.levels()));
  }

  /** Return the smallest integer that {@code layer} may output. */
  private int least(NormalizedConvolution layer) {
    return layer.rectified() ? scales.of(layer.name()).zero() : 0;
  }

  @Override
  public void add(RectifiedSum layer) {
    String sum = "torch.add(%s, %s)".formatted(real(layer.in()), real(layer.shortcut()));
    round(layer.name(), "torch.relu(%s)".formatted(sum));
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

  @Override
  public void globalAveragePool(GlobalAveragePool layer) {
    assign(layer.name(), "torch.mean(%s, [2, 3])".formatted(Expressions.variable(layer.in())));
    String mean = "torch.to(%s, 6)".formatted(Expressions.variable(layer.name()));
    round(layer.name(), "torch.mul(%s, %s)".formatted(mean, scale(layer.in())));
  }

  @Override
  public void dense(Dense layer) {
    assign(layer.name(), product(layer.name(), layer.in(), Expressions.variable(layer.in()), 0));
  }

  /**
   * Return the expression of a dense layer.
   *
   * @param in the layer that defines the scale of {@code inputs}
   * @param inputs [..., inputs]
   * @param least the smallest integer of the output
   */
  private String product(String layer, String in, String inputs, int least) {
    return "(self).simulate_dense(%s, %s, %s, %s, %s, %s, %s)"
        .formatted(
            inputs,
            scale(in),
            ScriptNames.arguments(layer),
            scale(layer),
            scales.of(layer).zero(),
            least,
            model.levels());
  }

  /** Assign the integers of a float32 value, minus the integer of zero. */
  private void round(String layer, String value) {
    assign(
        layer,
        "(self).simulate_round(%s, %s, %s, %s)"
            .formatted(value, scale(layer), scales.of(layer).zero(), model.levels()));
  }

  /** Return the float32 product of a layer's integers, minus that of zero, and its scale. */
  private String scaled(String layer) {
    return "torch.mul(torch.to(%s, 6), %s)".formatted(Expressions.variable(layer), scale(layer));
  }

  /**
   * Return the float32 value of a layer's integers as sums use it: integer · scale + offset,
   * rounded once, with the offset −zero · scale rounded before.
   */
  private String real(String layer) {
    ActivationScale of = scales.of(layer);
    double lost = (double) of.scale() * of.zero() - of.scale() * of.zero();
    return "torch.to(torch.add(torch.mul(%s, %s), %s), 6)"
        .formatted(Expressions.variable(layer), scale(layer), ScriptNames.number(lost));
  }

  private String scale(String layer) {
    return ScriptNames.number(scales.of(layer).scale());
  }

  private void assign(String layer, String expression) {
    pass.append("    %s = %s\n".formatted(Expressions.variable(layer), expression));
  }
}
