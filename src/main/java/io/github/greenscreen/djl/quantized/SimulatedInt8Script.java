package io.github.greenscreen.djl.quantized;

import io.github.greenscreen.djl.network.Layer;

/**
 * Writes the pass of a quantised network for machines whose engine has no integer kernels: {@code
 * simulate(x: Tensor[batch, 3, 32, 32]) -> Tensor[batch, classes]}.
 *
 * <p>Values are the same integers, less the integer of zero, in float64, where every sum of
 * products is exact (below 2^53). A sum is taken to float32, scaled, rounded half to even and cut,
 * as the kernels do; they differ only where the order of these float32 operations decides to which
 * side a value halfway between two steps falls.
 */
final class SimulatedInt8Script implements Layer.Visitor {
  private static final String HELPERS =
      """
        def simulate_steps(self: __torch__.Ops, x: Tensor, scale: float, low: int, high: int) \
      -> Tensor:
          return torch.to(torch.clamp(torch.round(torch.mul(x, torch.div(1., scale))), low, high), 7)
        def simulate_sums(self: __torch__.Ops, sums: Tensor, shape: List[int], scale: Tensor, \
      bias: Tensor, of: float) -> Tensor:
          scaled = torch.mul(torch.to(sums, 6), torch.reshape(torch.mul(scale, of), shape))
          return torch.add(scaled, torch.reshape(bias, shape))
        def simulate_convolution(self: __torch__.Ops, x: Tensor, of: float, w: Tensor, \
      scale: Tensor, bias: Tensor, stride: int, padding: int) -> Tensor:
          sums = torch.conv2d(x, torch.to(w, 7), None, [stride, stride], [padding, padding])
          return (self).simulate_sums(sums, [1, -1, 1, 1], scale, bias, of)
        def simulate_dense(self: __torch__.Ops, x: Tensor, of: float, w: Tensor, \
      scale: Tensor, bias: Tensor) -> Tensor:
          return (self).simulate_sums(torch.linear(x, torch.to(w, 7)), [1, -1], scale, bias, of)
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
    script.round(Layer.INPUT, "torch.to(x, 6)", false);
    model.architecture().layers().forEach(layer -> layer.accept(script));
    return "  def simulate(self: __torch__.Ops, x: Tensor) -> Tensor:\n"
        + script.pass
        + "    return %s\n".formatted(script.real(model.architecture().result()))
        + HELPERS;
  }

  @Override
  public void convolution(Layer.Convolution layer) {
    String sums =
        "(self).simulate_convolution(%s, %s, %s, %s, %s)"
            .formatted(
                Names.variable(layer.in()),
                scale(layer.in()),
                Names.arguments(layer.name()),
                layer.stride(),
                layer.padding());
    round(layer.name(), sums, layer.rectified());
  }

  @Override
  public void add(Layer.Add layer) {
    String sum = "torch.add(%s, %s)".formatted(real(layer.in()), real(layer.shortcut()));
    round(layer.name(), sum, true);
  }

  @Override
  public void maxPool(Layer.MaxPool layer) {
    scales.inherit(layer.name(), layer.in());
    assign(
        layer.name(),
        "torch.max_pool2d(%s, [3, 3], [2, 2], [1, 1])".formatted(Names.variable(layer.in())));
  }

  @Override
  public void thinAndPad(Layer.ThinAndPad layer) {
    scales.inherit(layer.name(), layer.in());
    Names.thinAndPad(layer).forEach(expression -> assign(layer.name(), expression));
  }

  @Override
  public void globalMean(Layer.GlobalMean layer) {
    assign(layer.name(), "torch.mean(%s, [2, 3])".formatted(Names.variable(layer.in())));
    String mean =
        "torch.mul(torch.to(%s, 6), %s)".formatted(Names.variable(layer.name()), scale(layer.in()));
    round(layer.name(), mean, false);
  }

  @Override
  public void dense(Layer.Dense layer) {
    String sums =
        "(self).simulate_dense(%s, %s, %s)"
            .formatted(
                Names.variable(layer.in()), scale(layer.in()), Names.arguments(layer.name()));
    round(layer.name(), sums, false);
  }

  /** Assign the integers, less that of zero, of a real value. */
  private void round(String layer, String real, boolean rectified) {
    ActivationScale to = scales.of(layer);
    int low = rectified ? 0 : -to.zero();
    assign(
        layer,
        "(self).simulate_steps(%s, %s, %s, %s)"
            .formatted(real, scale(layer), low, model.levels() - to.zero()));
  }

  /** Return the float32 value that a layer's integers stand for. */
  private String real(String layer) {
    return "torch.mul(torch.to(%s, 6), %s)".formatted(Names.variable(layer), scale(layer));
  }

  private String scale(String layer) {
    return Names.number(scales.of(layer).scale());
  }

  private void assign(String layer, String expression) {
    pass.append("    %s = %s\n".formatted(Names.variable(layer), expression));
  }
}
