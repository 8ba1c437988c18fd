package io.github.greenscreen.djl.optimizer;

import io.github.greenscreen.djl.optimizer.ArrayRole.Kind;
import java.util.List;
import java.util.Locale;

/**
 * Muon: momentum whose updates of hidden weights are made orthogonal by five steps of a
 * Newton–Schulz iteration (Jordan et al., 2024, <a
 * href="https://kellerjordan.github.io/posts/muon/">kellerjordan.github.io/posts/muon</a>).
 *
 * <p>b ← μb + g; u = g + μb. Hidden weights W become W − η√(max(1, rows ÷ columns)) · O(u), after
 * weights whose scale normalisation removes have been given the norm √rows, and the other ones have
 * been multiplied by 1 − ηλ. All other arrays p become p(1 − ηλ) − ηcu with the ratios c of the
 * learning rates of airbench94: 0.67 ÷ 0.24 for the weights of the logits, else 0.053 ÷ 0.24.
 */
final class Muon {
  /** O(u) for u with at least as many columns as rows, and one step of its iteration. */
  static final String METHODS =
      """
        def orthogonal(self: __torch__.Ops, u: Tensor) -> Tensor:
          x = torch.div(u, torch.add(torch.norm(u), 1.0e-07))
          x = (self).iterate(x)
          x = (self).iterate(x)
          x = (self).iterate(x)
          x = (self).iterate(x)
          x = (self).iterate(x)
          return x
        def iterate(self: __torch__.Ops, x: Tensor) -> Tensor:
          a = torch.mm(x, torch.t(x))
          b = torch.add(torch.mul(a, -4.775), torch.mul(torch.mm(a, a), 2.0315))
          return torch.add(torch.mul(x, 3.4445), torch.mm(b, x))
      """;

  private static final double HEAD_RATIO = 0.67 / 0.24;
  private static final double OTHER_RATIO = 0.053 / 0.24;

  private final List<ArrayRole> roles;
  private final boolean skips;
  private final StringBuilder lines = new StringBuilder();

  private Muon(List<ArrayRole> roles, boolean skips) {
    this.roles = roles;
    this.skips = skips;
  }

  /**
   * Return the lines that update p by g and the momentum m.
   *
   * @param roles the roles of p, in order
   * @param skips whether the step is skipped if {@code found} is 1
   */
  static String body(double momentum, double weightDecay, List<ArrayRole> roles, boolean skips) {
    Muon muon = new Muon(roles, skips);
    muon.momentum(momentum);
    muon.decay(weightDecay);
    for (int i = 0; i < roles.size(); i++) {
      muon.update(i);
    }
    return muon.lines.toString();
  }

  /** Gradients of a skipped step count as 0, and the momentum stays as it is. */
  private void momentum(double momentum) {
    if (skips) {
      line("clean = torch.eq(torch.squeeze(found), 0)");
      line("g = [torch.where(clean, x, 0.) for x in g]");
      line("torch._foreach_mul_(m, torch.where(clean, %s, 1.))".formatted(number(momentum)));
    } else {
      line("torch._foreach_mul_(m, %s)".formatted(number(momentum)));
    }
    line("torch._foreach_add_(m, g)");
    line("u = torch._foreach_add(g, m, alpha=%s)".formatted(number(momentum)));
    if (skips) {
      line("torch._foreach_mul_(u, torch.where(clean, 1., 0.))");
    }
  }

  private void decay(double weightDecay) {
    if (weightDecay == 0) {
      return;
    }
    String factor = "torch.sub(1., torch.mul(lr, %s))".formatted(number(weightDecay));
    for (int i = 0; i < roles.size(); i++) {
      if (roles.get(i).kind() != Kind.SCALE_FREE) {
        multiply(i, factor);
      }
    }
  }

  /** Multiply array {@code i} by {@code factor} unless the step is skipped. */
  private void multiply(int i, String factor) {
    String skipped = skips ? "torch.where(clean, %s, 1.)".formatted(factor) : factor;
    line("_ = torch.mul_(p[%s], %s)".formatted(i, skipped));
  }

  private void update(int i) {
    ArrayRole role = roles.get(i);
    switch (role.kind()) {
      case SCALE_FREE -> {
        rescale(i, role);
        orthogonal(i, role);
      }
      case HIDDEN -> orthogonal(i, role);
      case HEAD -> add(i, "u[" + i + "]", HEAD_RATIO);
      case OTHER -> add(i, "u[" + i + "]", OTHER_RATIO);
    }
  }

  private void rescale(int i, ArrayRole role) {
    multiply(
        i,
        "torch.mul(torch.reciprocal(torch.norm(p[%s])), %s)"
            .formatted(i, number(Math.sqrt((double) role.rows()))));
  }

  private void orthogonal(int i, ArrayRole role) {
    boolean tall = role.rows() > role.columns();
    String matrix = "torch.flatten(u[%s], 1)".formatted(i);
    String result =
        tall
            ? "torch.t((self).orthogonal(torch.t(%s)))".formatted(matrix)
            : "(self).orthogonal(%s)".formatted(matrix);
    double scale = tall ? Math.sqrt((double) role.rows() / role.columns()) : 1;
    add(i, "torch.reshape(%s, torch.size(p[%s]))".formatted(result, i), scale);
  }

  private void add(int i, String update, double ratio) {
    line("_ = torch.add_(p[%s], %s, alpha=torch.mul(lr, %s))".formatted(i, update, number(-ratio)));
  }

  private void line(String line) {
    lines.append("    ").append(line).append('\n');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.17e", value);
  }
}
