package io.github.greenscreen.training.hyperparameter;

import java.util.OptionalDouble;

/**
 * An optimizer and its settings.
 *
 * @param kind the optimizer
 * @param momentum momentum of SGD and RMSProp, β₁ of Adam and AdamW; at least 0 and below 1
 * @param weightDecay weight decay, at least 0; empty for {@link OptimizerKind#weightDecay}
 * @param gradientClipping largest norm of the whole gradient, above 0; empty for no limit
 */
public record OptimizerSettings(
    OptimizerKind kind,
    double momentum,
    OptionalDouble weightDecay,
    OptionalDouble gradientClipping) {

  /** Return {@code kind} with its own weight decay and without clipping. */
  public static OptimizerSettings of(OptimizerKind kind, double momentum) {
    return new OptimizerSettings(kind, momentum, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
