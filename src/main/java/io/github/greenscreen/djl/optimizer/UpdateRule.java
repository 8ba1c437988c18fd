package io.github.greenscreen.djl.optimizer;

import io.github.greenscreen.training.OptimizerKind;
import java.util.Locale;

/**
 * One step of an optimizer as TorchScript functions: {@code update} takes parameters p, gradients
 * g, the state, and the learning rate η, changes p and the state in place, and sets g to zero;
 * {@code update_unless} takes before all these an array {@code found} and does nothing but set g to
 * zero where it is not zero; {@code zeros} makes a moment of a parameter.
 *
 * <p>Parameters may be of double, single or half precision (float16, bfloat16). The moments of a
 * parameter in half precision are of single precision, and so is the arithmetic of a step; only the
 * new parameter is rounded. PyTorch's own optimizers keep moments in half precision too, where they
 * fail: in float16 ε = 1e-8 is zero and the square of a gradient below 2e-4 as well, so that
 * RMSprop divides zero by zero wherever a gradient is zero; in bfloat16 0.999 is 1, so that Adam's
 * second moment never falls.
 *
 * @param source the functions, indented by two blanks
 * @param moments how many arrays of the size of each parameter the state has
 * @param countsSteps whether the state ends with one step counter per parameter
 */
public record UpdateRule(String source, int moments, boolean countsSteps) {
  private static final double EPSILON = 1e-8;
  private static final double SECOND_MOMENT = 0.999;
  private static final double SMOOTHING = 0.99;
  private static final double WEIGHT_DECAY = 0.001;
  private static final String NO_LIST = "annotate(List[Tensor], [])";

  /**
   * Return the rule of {@code kind}. The formulas are those of PyTorch 2.7 with its defaults but
   * for the momentum, and for AdamW's weight decay of 0.001.
   *
   * @param momentum momentum of SGD and RMSProp, β₁ of Adam and AdamW; from 0 to below 1
   */
  public static UpdateRule of(OptimizerKind kind, double momentum) {
    return switch (kind) {
      case RMSPROP -> momentum > 0 ? rmsProp(momentum) : rmsProp();
      case SGD -> sgd(momentum);
      case ADAM -> adam("_fused_adam_", momentum, 0);
      case ADAMW -> adam("_fused_adamw_", momentum, WEIGHT_DECAY);
    };
  }

  /**
   * b ← μb + g; p ← p − ηb (b starts as 0, so the first b is g, as in PyTorch). Without momentum
   * there is no b.
   */
  private static UpdateRule sgd(double momentum) {
    boolean heavy = momentum > 0;
    String body =
        """
            torch._fused_sgd_(p, g, %s, weight_decay=0., momentum=%s, lr=lr, dampening=0., \
        nesterov=False, maximize=False, is_first_step=False)
        """
            .formatted(heavy ? "m" : NO_LIST, number(momentum));
    return heavy ? rule(body, 1, false, "m") : rule(body, 0, false);
  }

  /** v ← αv + (1 − α)g²; b ← μb + g ÷ (√v + ε); p ← p − ηb, with α = 0.99 and ε = 1e-8. */
  private static UpdateRule rmsProp(double momentum) {
    String body =
        """
            torch._foreach_mul_(m, %s)
            torch._foreach_addcdiv_(m, g, d)
            torch._foreach_add_(p, m, alpha=torch.neg(lr))
        """
            .formatted(number(momentum));
    return rule(rmsPropScale() + body, 2, false, "v", "m");
  }

  /** The same with μ = 0, where b is no state. */
  private static UpdateRule rmsProp() {
    String body =
        """
            torch._foreach_addcdiv_(p, g, d, torch.neg(lr))
        """;
    return rule(rmsPropScale() + body, 1, false, "v");
  }

  /** Updates v and leaves √v + ε as {@code d}. */
  private static String rmsPropScale() {
    return """
            torch._foreach_mul_(v, %s)
            torch._foreach_addcmul_(v, g, g, %s)
            d = torch._foreach_sqrt(v)
            torch._foreach_add_(d, %s)
        """
        .formatted(number(SMOOTHING), number(1 - SMOOTHING), number(EPSILON));
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
            torch.%s(p, g, m, v, %s, n, lr=lr, beta1=%s, beta2=%s, weight_decay=%s, eps=%s, \
        amsgrad=False, maximize=False)
        """
            .formatted(
                function,
                NO_LIST,
                number(momentum),
                number(SECOND_MOMENT),
                number(weightDecay),
                number(EPSILON));
    return rule(body, 2, true, "m", "v", "n");
  }

  /** Put {@code body}, which changes p by g and by the lists {@code state}, into functions. */
  private static UpdateRule rule(String body, int moments, boolean countsSteps, String... state) {
    StringBuilder types = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (String list : state) {
      types.append(list).append(": List[Tensor], ");
      names.append(list).append(", ");
    }
    String source =
        """
          def is_half(self: __torch__.Ops, x: Tensor) -> bool:
            kind = ops.prim.dtype(x)
            return torch.__or__(torch.eq(kind, 5), torch.eq(kind, 15))
          def zeros(self: __torch__.Ops, x: Tensor) -> Tensor:
            if (self).is_half(x):
              y = torch.to(x, 6)
            else:
              y = x
            return torch.zeros_like(torch.detach(y))
          def step(self: __torch__.Ops, p: List[Tensor], g: List[Tensor], TYPESlr: float) -> Tensor:
        BODY    return p[0]
          def update(self: __torch__.Ops, p: List[Tensor], g: List[Tensor], TYPESlr: float) -> Tensor:
            if (self).is_half(p[0]):
              q = [torch.to(x, 6) for x in p]
              h = [torch.to(x, 6) for x in g]
              r = (self).step(q, h, NAMESlr)
              torch._foreach_copy_(p, q)
            else:
              r = (self).step(p, g, NAMESlr)
            torch._foreach_zero_(g)
            return p[0]
          def update_unless(self: __torch__.Ops, found: Tensor, p: List[Tensor], g: List[Tensor], TYPESlr: float) -> Tensor:
            if bool(torch.any(torch.ne(found, 0))):
              torch._foreach_zero_(g)
            else:
              r = (self).update(p, g, NAMESlr)
            return p[0]
        """
            .replace("TYPES", types)
            .replace("NAMES", names)
            .replace("BODY", body);
    return new UpdateRule(source, moments, countsSteps);
  }

  /** Spell a TorchScript float: it needs a point. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%.17e", value);
  }
}
