package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerScript;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a pass through an architecture as a floating-point TorchScript function {@code (x:
 * Tensor[batch, 3, 32, 32], p: List[Tensor]) -> Tensor[batch, classes]}.
 */
final class FloatScriptWriter implements LayerScript {
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
      PointwiseFormulation pointwise) {}

  private final NumberFormat format;
  private final PointwiseFormulation pointwise;
  private final Set<Effect> effects;
  private final boolean portable;
  private final Map<String, String> arrays = new HashMap<>();
  private final StringBuilder lines = new StringBuilder();
  private boolean frozen;

  private FloatScriptWriter(Network network, Set<Effect> effects, boolean portable) {
    this.format = network.format();
    this.pointwise = network.pointwise();
    this.effects = effects;
    this.portable = portable;
    for (ParameterSpec spec : network.parameters()) {
      String attribute = "self." + Expressions.variable(spec.name());
      arrays.put(spec.name(), portable ? attribute : "p[%s]".formatted(arrays.size()));
    }
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
    FloatScriptWriter script = new FloatScriptWriter(network, effects, false);
    return "  def %s(self: __torch__.Ops, x: Tensor, p: List[Tensor]) -> Tensor:\n".formatted(name)
        + script.body(network.architecture());
  }

  /**
   * Write inference as a function {@code name} without {@code p}, for a module whose attributes are
   * the arrays, called {@link Expressions#variable} of their names, and for older versions of
   * PyTorch.
   */
  static String portablePass(String name, Network network) {
    FloatScriptWriter script = new FloatScriptWriter(network, EnumSet.noneOf(Effect.class), true);
    return "  def %s(self: __torch__.Ops, x: Tensor) -> Tensor:\n".formatted(name)
        + script.body(network.architecture());
  }

  private String body(Architecture architecture) {
    assign(Layer.INPUT, cast(Layer.INPUT, format.activations()));
    complete(Layer.INPUT);
    for (Layer layer : architecture.layers()) {
      frozen = architecture.isFrozen(layer);
      layer.write(this);
    }
    String logits = Expressions.variable(architecture.result());
    return lines + "    return %s\n".formatted(toParameterFormat(logits));
  }

  /** Update the range of a layer and round its values, if this pass does so. */
  @Override
  public void complete(String layer) {
    String value = Expressions.variable(layer);
    if (effects.contains(Effect.OBSERVE)) {
      assign(
          "_", "(self).observe(%s, %s)".formatted(value, parameter(ActivationRange.name(layer))));
    }
    if (effects.contains(Effect.QUANTIZE)) {
      assign(
          value,
          "(self).quantize(%s, %s)".formatted(value, parameter(ActivationRange.name(layer))));
    }
  }

  @Override
  public boolean isTraining() {
    return effects.contains(Effect.TRAIN) && !frozen;
  }

  @Override
  public boolean isPortable() {
    return portable;
  }

  @Override
  public PointwiseFormulation pointwise() {
    return pointwise;
  }

  @Override
  public String bias(String name) {
    return toActivationFormat(parameter(name));
  }

  @Override
  public String toActivationFormat(String expression) {
    return format.isMixed() ? cast(expression, format.activations()) : expression;
  }

  @Override
  public String toParameterFormat(String expression) {
    return format.isMixed() ? cast(expression, format.parameters()) : expression;
  }

  @Override
  public String weight(String name) {
    String weight = parameter(name);
    if (effects.contains(Effect.QUANTIZE)) {
      weight = "(self).quantize_weight(%s)".formatted(weight);
    }
    return toActivationFormat(weight);
  }

  @Override
  public String parameter(String name) {
    return arrays.get(name);
  }

  @Override
  public void assign(String variable, String expression) {
    lines.append("    ").append(variable).append(" = ").append(expression).append('\n');
  }

  private static String cast(String value, ElementType type) {
    return "torch.to(%s, %s)".formatted(value, type.code());
  }
}
