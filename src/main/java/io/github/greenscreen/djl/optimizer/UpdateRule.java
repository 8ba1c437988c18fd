package io.github.greenscreen.djl.optimizer;

import io.github.greenscreen.training.OptimizerKind;
import java.util.Locale;

/**
 * One step of an optimizer as a TorchScript function {@code update}, which takes parameters p,
 * gradients g, the state, and the learning rate η, changes p and the state in place, and sets g to
 * zero.
 *
 * @param source the function, indented by two blanks
 * @param moments how many arrays of the size of each parameter the state has
 * @param countsSteps whether the state ends with one step counter per parameter
 */
public record UpdateRule(String source, int moments, boolean countsSteps) {
  private static final double EPSILON = 1e-8;
  private static final double SECOND_MOMENT = 0.999;
  private static final double SMOOTHING = 0.99;
  private static final double WEIGHT_DECAY = 0.001;

  /**
   * Return the rule of {@code kind}. The formulas are those of PyTorch 2.7 with its defaults but
   * for the momentum, and for AdamW's weight decay of 0.001.
   *
   * @param momentum momentum of SGD and RMSProp, β₁ of Adam and AdamW
   */
  public static UpdateRule of(OptimizerKind kind, double momentum) {
    return switch (kind) {
      case RMSPROP -> rmsProp(momentum);
      case SGD -> sgd(momentum);
      case ADAM -> adam("_fused_adam_", momentum, 0);
      case ADAMW -> adam("_fused_adamw_", momentum, WEIGHT_DECAY);
    };
  }

  /** b ← μb + g; p ← p − ηb (b starts as 0, so the first b is g, as in PyTorch). */
  private static UpdateRule sgd(double momentum) {
    String body =
        """
            torch._foreach_mul_(m, %s)
            torch._foreach_add_(m, g)
            torch._foreach_add_(p, m, alpha=torch.neg(lr))
        """
            .formatted(number(momentum));
    return new UpdateRule(function("m: List[Tensor], ", body), 1, false);
  }

  /** v ← αv + (1 − α)g²; b ← μb + g ÷ (√v + ε); p ← p − ηb, with α = 0.99 and ε = 1e-8. */
  private static UpdateRule rmsProp(double momentum) {
    String body =
        """
            torch._foreach_mul_(v, %s)
            torch._foreach_addcmul_(v, g, g, %s)
            d = torch._foreach_sqrt(v)
            torch._foreach_add_(d, %s)
            torch._foreach_mul_(m, %s)
            torch._foreach_addcdiv_(m, g, d)
            torch._foreach_add_(p, m, alpha=torch.neg(lr))
        """
            .formatted(number(SMOOTHING), number(1 - SMOOTHING), number(EPSILON), number(momentum));
    return new UpdateRule(function("v: List[Tensor], m: List[Tensor], ", body), 2, false);
  }

  /**
   * m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; p ← p − η m̂ ÷ (√v̂ + ε) with bias-corrected m̂ and
   * v̂, β₂ = 0.999, ε = 1e-8 (Kingma and Ba, arXiv 1412.6980). AdamW first shrinks p by 1 − ηλ
   * (Loshchilov and Hutter, arXiv 1711.05101).
   */
  private static UpdateRule adam(String function, double momentum, double weightDecay) {
    String body =
        """
            torch._foreach_add_(n, 1.)
            torch.%s(p, g, m, v, annotate(List[Tensor], []), n, lr=lr, beta1=%s, beta2=%s, \
        weight_decay=%s, eps=%s, amsgrad=False, maximize=False)
        """
            .formatted(
                function,
                number(momentum),
                number(SECOND_MOMENT),
                number(weightDecay),
                number(EPSILON));
    return new UpdateRule(
        function("m: List[Tensor], v: List[Tensor], n: List[Tensor], ", body), 2, true);
  }

  private static String function(String state, String body) {
    return "  def update(self: __torch__.Ops, p: List[Tensor], g: List[Tensor], "
        + state
        + "lr: float) -> Tensor:\n"
        + body
        + "    torch._foreach_zero_(g)\n    return p[0]\n";
  }

  /** Spell a TorchScript float: it needs a point. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%.17e", value);
  }
}
