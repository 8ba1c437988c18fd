package io.github.greenscreen.djl.network;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a pass through an architecture as a floating-point TorchScript function {@code (x:
 * Tensor[batch, 3, 32, 32], p: List[Tensor]) -> Tensor[batch, classes]}.
 */
final class FloatScriptWriter implements Layer.Visitor {
  /** A side effect of a pass. */
  enum Effect {
    /** Batch normalisation uses the batch's statistics and updates the running ones. */
    TRAIN,
    /** Ranges of activations are updated. */
    OBSERVE,
    /** Weights and activations are rounded to the steps of int8. */
    QUANTIZE
  }

  /**
   * The network to write.
   *
   * @param parameters the arrays of {@code p}, in order
   */
  record Network(
      Architecture architecture,
      List<ParameterSpec> parameters,
      NumberFormat format,
      PointwiseConvolution pointwise) {}

  private final NumberFormat format;
  private final PointwiseConvolution pointwise;
  private final Set<Effect> effects;
  private final Map<String, Integer> index = new LinkedHashMap<>();
  private final StringBuilder lines = new StringBuilder();

  private FloatScriptWriter(Network network, Set<Effect> effects) {
    this.format = network.format();
    this.pointwise = network.pointwise();
    this.effects = effects;
    network.parameters().forEach(spec -> index.put(spec.name(), index.size()));
  }

  /**
   * Write the passes that {@code quantization} needs: {@code forward} trains, {@code infer} does
   * not, {@code calibrate} infers and updates ranges.
   */
  static String methods(Network network, Quantization quantization, int levels) {
    boolean trained = quantization == Quantization.TRAINED;
    Set<Effect> forward = trained ? EnumSet.allOf(Effect.class) : EnumSet.of(Effect.TRAIN);
    Set<Effect> infer = trained ? EnumSet.of(Effect.QUANTIZE) : EnumSet.noneOf(Effect.class);
    StringBuilder methods = new StringBuilder();
    methods.append(pass("forward", network, forward));
    methods.append(pass("infer", network, infer));
    if (quantization == Quantization.CALIBRATED) {
      methods.append(pass("calibrate", network, EnumSet.of(Effect.OBSERVE)));
    }
    if (quantization != Quantization.NONE) {
      methods.append(ActivationRange.methods(levels)).append(WeightQuantization.METHOD);
    }
    return methods.toString();
  }

  private static String pass(String name, Network network, Set<Effect> effects) {
    NumberFormat format = network.format();
    FloatScriptWriter script = new FloatScriptWriter(network, effects);
    script.assign(Layer.INPUT, cast(Layer.INPUT, format.activations()));
    script.follow(Layer.INPUT);
    network.architecture().layers().forEach(layer -> layer.accept(script));
    String logits = Expressions.variable(network.architecture().result());
    return "  def %s(self: __torch__.Ops, x: Tensor, p: List[Tensor]) -> Tensor:\n".formatted(name)
        + script.lines
        + "    return %s\n"
            .formatted(format.isMixed() ? cast(logits, format.parameters()) : logits);
  }

  @Override
  public void convolution(Layer.Convolution layer) {
    String out = Expressions.variable(layer.name());
    if (pointwise.multiplies(layer)) {
      multiply(layer, out);
    } else {
      convolve(layer, out);
    }
    assign(
        out,
        "torch.batch_norm(%s, %s, %s, %s, %s, %s, 0.1, 1.0e-05, True)"
            .formatted(
                out,
                parameter(layer.norm() + ".weight"),
                parameter(layer.norm() + ".bias"),
                parameter(layer.norm() + ".running_mean"),
                parameter(layer.norm() + ".running_var"),
                effects.contains(Effect.TRAIN) ? "True" : "False"));
    if (layer.rectified()) {
      assign(out, "torch.relu_(%s)".formatted(out));
    }
    follow(layer.name());
  }

  private void convolve(Layer.Convolution layer, String out) {
    assign(
        out,
        "torch.conv2d(%s, %s, None, [%s, %s], [%s, %s])"
            .formatted(
                Expressions.variable(layer.in()),
                weight(layer.name() + ".weight"),
                layer.stride(),
                layer.stride(),
                layer.padding(),
                layer.padding()));
  }

  private void multiply(Layer.Convolution layer, String out) {
    String weight = "torch.flatten(%s, 1)".formatted(weight(layer.name() + ".weight"));
    String pixels = Expressions.pointwiseInput(Expressions.variable(layer.in()), layer.stride());
    assign(out, "torch.matmul(%s, torch.t(%s))".formatted(pixels, weight));
    assign(out, Expressions.channelsFirst(out));
  }

  @Override
  public void add(Layer.Add layer) {
    String out = Expressions.variable(layer.name());
    String sum = effects.contains(Effect.TRAIN) ? "torch.add_(%s, %s)" : "torch.add(%s, %s)";
    assign(
        out,
        sum.formatted(Expressions.variable(layer.in()), Expressions.variable(layer.shortcut())));
    assign(out, "torch.relu_(%s)".formatted(out));
    follow(layer.name());
  }

  @Override
  public void maxPool(Layer.MaxPool layer) {
    assign(Expressions.variable(layer.name()), Expressions.maxPool(layer));
  }

  @Override
  public void thinAndPad(Layer.ThinAndPad layer) {
    String out = Expressions.variable(layer.name());
    Expressions.thinAndPad(layer).forEach(expression -> assign(out, expression));
  }

  @Override
  public void globalMean(Layer.GlobalMean layer) {
    assign(
        Expressions.variable(layer.name()),
        "torch.mean(%s, [2, 3])".formatted(Expressions.variable(layer.in())));
    follow(layer.name());
  }

  @Override
  public void dense(Layer.Dense layer) {
    String bias = cast(parameter(layer.name() + ".bias"), format.activations());
    assign(
        Expressions.variable(layer.name()),
        "torch.linear(%s, %s, %s)"
            .formatted(
                Expressions.variable(layer.in()),
                weight(layer.name() + ".weight"),
                format.isMixed() ? bias : parameter(layer.name() + ".bias")));
    follow(layer.name());
  }

  /** Update the range of a layer and round its values, if this pass does so. */
  private void follow(String layer) {
    String range = ActivationRange.name(layer);
    String value = Expressions.variable(layer);
    if (effects.contains(Effect.OBSERVE)) {
      assign("_", "(self).observe(%s, %s)".formatted(value, parameter(range)));
    }
    if (effects.contains(Effect.QUANTIZE)) {
      assign(value, "(self).quantize(%s, %s)".formatted(value, parameter(range)));
    }
  }

  private String weight(String name) {
    String weight = parameter(name);
    if (effects.contains(Effect.QUANTIZE)) {
      weight = "(self).quantize_weight(%s)".formatted(weight);
    }
    return format.isMixed() ? cast(weight, format.activations()) : weight;
  }

  private String parameter(String name) {
    return "p[%s]".formatted(index.get(name));
  }

  private void assign(String variable, String expression) {
    lines.append("    ").append(variable).append(" = ").append(expression).append('\n');
  }

  private static String cast(String value, ElementType type) {
    return "torch.to(%s, %s)".formatted(value, type.code());
  }
}
