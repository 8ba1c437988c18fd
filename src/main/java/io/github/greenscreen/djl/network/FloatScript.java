package io.github.greenscreen.djl.network;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a pass through an architecture as a TorchScript function of floating-point numbers {@code
 * (x: Tensor[batch, 3, 32, 32], p: List[Tensor]) -> Tensor[batch, classes]}.
 */
final class FloatScript implements Layer.Visitor {
  /** What a pass does besides computing. */
  enum Effect {
    /** Batch normalisation uses the batch's statistics and updates the running ones. */
    TRAIN,
    /** Ranges of activations are followed. */
    OBSERVE,
    /** Weights and activations are rounded to int8's steps. */
    QUANTIZE
  }

  private final NumberFormat format;
  private final Set<Effect> effects;
  private final Map<String, Integer> index = new LinkedHashMap<>();
  private final StringBuilder lines = new StringBuilder();

  private FloatScript(List<ParameterSpec> parameters, NumberFormat format, Set<Effect> effects) {
    this.format = format;
    this.effects = effects;
    parameters.forEach(spec -> index.put(spec.name(), index.size()));
  }

  /**
   * Write the passes that {@code quantization} needs: {@code forward} trains, {@code infer} does
   * not, {@code calibrate} infers and follows ranges.
   */
  static String methods(
      Architecture architecture,
      List<ParameterSpec> parameters,
      NumberFormat format,
      Quantization quantization,
      int levels) {
    boolean trained = quantization == Quantization.TRAINED;
    Set<Effect> forward = trained ? EnumSet.allOf(Effect.class) : EnumSet.of(Effect.TRAIN);
    Set<Effect> infer = trained ? EnumSet.of(Effect.QUANTIZE) : EnumSet.noneOf(Effect.class);
    StringBuilder methods = new StringBuilder();
    methods.append(pass("forward", architecture, parameters, format, forward));
    methods.append(pass("infer", architecture, parameters, format, infer));
    if (quantization == Quantization.CALIBRATED) {
      Set<Effect> observe = EnumSet.of(Effect.OBSERVE);
      methods.append(pass("calibrate", architecture, parameters, format, observe));
    }
    if (quantization != Quantization.NONE) {
      methods.append(ActivationRange.methods(levels)).append(WeightScale.METHOD);
    }
    return methods.toString();
  }

  private static String pass(
      String name,
      Architecture architecture,
      List<ParameterSpec> parameters,
      NumberFormat format,
      Set<Effect> effects) {
    FloatScript script = new FloatScript(parameters, format, effects);
    script.assign(Layer.INPUT, cast(Layer.INPUT, format.activations()));
    script.follow(Layer.INPUT);
    architecture.layers().forEach(layer -> layer.accept(script));
    String logits = Expressions.variable(architecture.result());
    return "  def %s(self: __torch__.Ops, x: Tensor, p: List[Tensor]) -> Tensor:\n".formatted(name)
        + script.lines
        + "    return %s\n"
            .formatted(format.isMixed() ? cast(logits, format.parameters()) : logits);
  }

  @Override
  public void convolution(Layer.Convolution layer) {
    String out = Expressions.variable(layer.name());
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

  /** Follow and round the values of a layer where this pass does. */
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
