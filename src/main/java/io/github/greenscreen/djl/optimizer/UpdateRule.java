package io.github.greenscreen.djl.optimizer;

import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.OptimizerSettings;
import java.util.List;
import java.util.Locale;

/**
 * One step of an optimizer as TorchScript functions: {@code update} takes parameters p, gradients
 * g, the state, and the learning rate η, and changes p and the state in place; {@code zeros}
 * creates a moment of a parameter. None of them waits for the device.
 *
 * <p>Parameters may have double, single, or half precision (float16, bfloat16). For parameters in
 * half precision, the moments and the arithmetic of a step use single precision; only the new
 * parameter is rounded. PyTorch's own optimizers keep moments in half precision, which fails: in
 * float16, ε = 1e-8 and the square of a gradient below 2e-4 are both zero, so that RMSProp divides
 * zero by zero for every zero gradient; in bfloat16, 0.999 rounds to 1, so that Adam's second
 * moment never decreases.
 *
 * @param form form of the parameters and gradients that {@code update} takes
 * @param source the functions, indented by two spaces
 * @param moments number of arrays of the size of each parameter in the state
 * @param countsSteps whether the state ends with one step counter per parameter
 */
public record UpdateRule(Form form, String source, int moments, boolean countsSteps) {
  /** The form of the parameters and gradients that {@code update} takes. */
  public enum Form {
    /** Parameters in double or single precision. */
    PLAIN,
    /**
     * Parameters in half precision. Before the state, {@code update} takes a list of
     * single-precision arrays for the parameters, and one for the gradients, to compute in.
     */
    HALF,
    /**
     * Gradients of a scaled loss. Before p, {@code update} takes a single-precision array [1] on
     * the device. If it is 1, p and the state stay unchanged; otherwise it is 0.
     */
    SKIPPING
  }

  private static final double EPSILON = 1e-8;
  private static final double ADAM_BETA2 = 0.999;
  private static final double RMSPROP_ALPHA = 0.99;
  private static final double CLIPPING_EPSILON = 1e-6;
  private static final String NO_LIST = "annotate(List[Tensor], [])";

  /** PyTorch's codes are 5 for float16, 6 for float32, and 15 for bfloat16. */
  private static final String ZEROS =
      """
        def zeros(self: __torch__.Ops, x: Tensor) -> Tensor:
          kind = ops.prim.dtype(x)
          if torch.__or__(torch.eq(kind, 5), torch.eq(kind, 15)):
            y = torch.to(x, 6)
          else:
            y = x
          return torch.zeros_like(torch.detach(y))
      """;

  private static final String HALF_LISTS =
      "p: List[Tensor], g: List[Tensor], q: List[Tensor], h: List[Tensor], ";

  private static final String HALF_BODY =
      """
          torch._foreach_copy_(q, p)
          torch._foreach_copy_(h, g)
          r = (self).update_in_single_precision(q, h, NAMESlr)
          torch._foreach_copy_(p, q)
      """;

  /**
   * Return the rule of {@code settings}. The formulas are those of PyTorch 2.7; what the settings
   * do not say has its defaults. Gradients are clipped before anything else.
   *
   * @param roles roles of all parameters in their order, by which {@link Muon} chooses updates;
   *     other optimizers update all parameters alike
   */
  public static UpdateRule of(OptimizerSettings settings, Form form, List<ArrayRole> roles) {
    if (settings.kind() != OptimizerKind.MUON) {
      return of(settings, form);
    }
    double decay = settings.weightDecay().orElse(settings.kind().weightDecay());
    String body =
        clipping(settings) + Muon.body(settings.momentum(), decay, roles, form == Form.SKIPPING);
    UpdateRule rule = rule(form, body, 1, false, "m");
    return new UpdateRule(form, rule.source() + Muon.METHODS, rule.moments(), rule.countsSteps());
  }

  /** Return the rule of {@code settings} for an optimizer that updates all parameters alike. */
  public static UpdateRule of(OptimizerSettings settings, Form form) {
    double momentum = settings.momentum();
    String first = clipping(settings);
    double decay = settings.weightDecay().orElse(settings.kind().weightDecay());
    return switch (settings.kind()) {
      case RMSPROP -> rmsProp(first + decayed(decay), momentum, form);
      case SGD -> sgd(first, momentum, decay, false, form);
      case NESTEROV -> sgd(first, momentum, decay, true, form);
      case ADAM -> adam(first, "_fused_adam_", momentum, decay, form);
      case ADAMW -> adam(first, "_fused_adamw_", momentum, decay, form);
      case MUON -> throw new IllegalArgumentException("Muon needs the roles of the parameters");
    };
  }

  /** g ← g · min(1, C ÷ (‖g‖ + 1e-6)) with the norm of all gradients, if they are clipped at C. */
  private static String clipping(OptimizerSettings settings) {
    if (settings.gradientClipping().isEmpty()) {
      return "";
    }
    return """
            norms = torch.stack(torch._foreach_norm(g))
            norm = torch.sqrt(torch.sum(torch.mul(norms, norms)))
            factor = torch.mul(torch.reciprocal(torch.add(norm, %s)), %s)
            torch._foreach_mul_(g, torch.clamp_max(factor, 1.))
        """
        .formatted(number(CLIPPING_EPSILON), number(settings.gradientClipping().getAsDouble()));
  }

  /** g ← g + λp, if there is weight decay λ. */
  private static String decayed(double weightDecay) {
    return weightDecay == 0
        ? ""
        : """
            torch._foreach_add_(g, p, alpha=%s)
        """
            .formatted(number(weightDecay));
  }

  /**
   * g ← g + λp; b ← μb + g; p ← p − ηb, or p − η(g + μb) with Nesterov momentum (b starts as 0, so
   * the first b is g, as in PyTorch). Without momentum, b does not exist.
   */
  private static UpdateRule sgd(
      String first, double momentum, double weightDecay, boolean nesterov, Form form) {
    boolean heavy = momentum > 0;
    String body =
        """
            torch._fused_sgd_(p, g, %s, weight_decay=%s, momentum=%s, lr=lr, dampening=0., \
        nesterov=%s, maximize=False, is_first_step=False%s)
        """
            .formatted(
                heavy ? "m" : NO_LIST,
                number(weightDecay),
                number(momentum),
                nesterov && heavy ? "True" : "False",
                skip(form));
    return heavy ? rule(form, first + body, 1, false, "m") : rule(form, first + body, 0, false);
  }

  /** v ← αv + (1 − α)g²; b ← μb + g ÷ (√v + ε); p ← p − ηb, with α = 0.99 and ε = 1e-8. */
  private static UpdateRule rmsProp(String first, double momentum, Form form) {
    if (momentum == 0) {
      return rmsProp(first, form);
    }
    String body =
        """
            torch._foreach_mul_(m, %s)
            torch._foreach_addcdiv_(m, g, d)
            torch._foreach_add_(p, %s, alpha=torch.neg(lr))
        """
            .formatted(
                decay(momentum, form),
                form == Form.SKIPPING ? "torch._foreach_mul(m, torch.rsub(found, 1))" : "m");
    return rule(form, first + rmsPropScale(form) + body, 2, false, "v", "m");
  }

  /** The same with μ = 0, for which b is not part of the state. */
  private static UpdateRule rmsProp(String first, Form form) {
    String body =
        """
            torch._foreach_addcdiv_(p, g, d, torch.neg(lr))
        """;
    return rule(form, first + rmsPropScale(form) + body, 1, false, "v");
  }

  /** Updates v and assigns √v + ε to {@code d}. Gradients of a skipped step count as 0. */
  private static String rmsPropScale(Form form) {
    String sound =
        """
            found = torch.squeeze(found)
            clean = torch.eq(found, 0)
            g = [torch.where(clean, x, 0.) for x in g]
        """;
    String scale =
        """
            torch._foreach_mul_(v, %s)
            torch._foreach_addcmul_(v, g, g, %s)
            d = torch._foreach_sqrt(v)
            torch._foreach_add_(d, %s)
        """
            .formatted(decay(RMSPROP_ALPHA, form), number(1 - RMSPROP_ALPHA), number(EPSILON));
    return form == Form.SKIPPING ? sound + scale : scale;
  }

  /** Return the decay factor of a moment, which is 1 in a skipped step. */
  private static String decay(double factor, Form form) {
    return form == Form.SKIPPING
        ? "torch.where(clean, %s, 1.)".formatted(number(factor))
        : number(factor);
  }

  /**
   * m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; p ← p − η m̂ ÷ (√v̂ + ε) with bias-corrected m̂ and
   * v̂, β₂ = 0.999, ε = 1e-8 (Kingma and Ba, arXiv 1412.6980). With weight decay λ, Adam first adds
   * λp to g; AdamW first shrinks p by 1 − ηλ (Loshchilov and Hutter, arXiv 1711.05101).
   */
  private static UpdateRule adam(
      String first, String function, double momentum, double weightDecay, Form form) {
    String body =
        """
            torch._foreach_add_(n, %s)
            torch.%s(p, g, m, v, %s, n, lr=lr, beta1=%s, beta2=%s, weight_decay=%s, eps=%s, \
        amsgrad=False, maximize=False%s)
        """
            .formatted(
                form == Form.SKIPPING ? "torch.rsub(torch.squeeze(found), 1)" : "1.",
                function,
                NO_LIST,
                number(momentum),
                number(ADAM_BETA2),
                number(weightDecay),
                number(EPSILON),
                skip(form));
    return rule(form, first + body, 2, true, "m", "v", "n");
  }

  /** Return the argument that makes PyTorch's fused functions do nothing in a skipped step. */
  private static String skip(Form form) {
    return form == Form.SKIPPING ? ", found_inf=found" : "";
  }

  /** Wrap {@code body}, which changes p by g and by the lists {@code state}, in functions. */
  private static UpdateRule rule(
      Form form, String body, int moments, boolean countsSteps, String... state) {
    StringBuilder types = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (String list : state) {
      types.append(list).append(": List[Tensor], ");
      names.append(list).append(", ");
    }
    String source =
        switch (form) {
          case PLAIN -> ZEROS + update("", "p: List[Tensor], g: List[Tensor], ", body);
          case SKIPPING ->
              ZEROS + update("", "found: Tensor, p: List[Tensor], g: List[Tensor], ", body);
          case HALF ->
              ZEROS
                  + update("_in_single_precision", "p: List[Tensor], g: List[Tensor], ", body)
                  + update("", HALF_LISTS, HALF_BODY);
        };
    return new UpdateRule(
        form, source.replace("TYPES", types).replace("NAMES", names), moments, countsSteps);
  }

  private static String update(String suffix, String lists, String body) {
    return """
          def update%s(self: __torch__.Ops, %sTYPESlr: float) -> Tensor:
        %s    return p[0]
        """
        .formatted(suffix, lists, body);
  }

  /** Format a TorchScript float, which needs a decimal point. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%.17e", value);
  }
}
