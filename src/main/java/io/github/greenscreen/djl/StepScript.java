package io.github.greenscreen.djl;

import io.github.greenscreen.djl.metric.ConfusionMatrix;
import io.github.greenscreen.djl.metric.CrossEntropy;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.optimizer.UpdateRule;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a training step as a TorchScript function {@code train}, or as two if a step has several
 * batches. Its arguments are images, labels, the learning rate as a number on the host, the arrays
 * of a {@link ConfusionMatrix} and, if steps may be skipped, of a {@link LossScaler}, and two
 * lists: all parameters of the network and the state of the optimizer.
 */
final class StepScript {
  private static final String TRAIN =
      """
        def train(self: __torch__.Ops, x: Tensor, labels: Tensor, rate: Tensor, losses: Tensor, table: Tensor, {scaler}p: List[Tensor]{state}) -> Tensor:
      {pass}    q = [torch.detach(y) for y in w]
          return (self).update({found}q, g, {moments}float(rate))
      """;

  private static final String PASS =
      """
          logits = (self).forward(x, p)
          r = (self).count(torch.detach(logits), labels, losses, table)
          loss = (self).cross_entropy(logits, {targets})
          w = [{trainable}]
          d = torch.grad([{loss}], w)
          g = [{gradients}]
      """;

  /**
   * {@code gather} adds the gradient of a batch, weighted by its {@code share} of the images of a
   * step, to the accumulators {@code a}; {@code apply} makes the step with their sum; {@code reset}
   * sets them to zero, in a call of its own, since the compiler of TorchScript may reorder it.
   */
  private static final String GATHER =
      """
        def gather(self: __torch__.Ops, x: Tensor, labels: Tensor, share: Tensor, losses: Tensor, table: Tensor, {scaler}p: List[Tensor], a: List[Tensor]) -> Tensor:
      {pass}    torch._foreach_add_(a, g)
          return losses
        def apply(self: __torch__.Ops, rate: Tensor, {scaler}p: List[Tensor], a: List[Tensor]{state}) -> Tensor:
          w = [{trainable}]
          g = a
          q = [torch.detach(y) for y in w]
          return (self).update({found}q, g, {moments}float(rate))
        def reset(self: __torch__.Ops, a: List[Tensor]) -> Tensor:
          torch._foreach_zero_(a)
          return a[0]
      """;

  /** Labels of which a share is spread evenly over all classes; those of an image sum to 1. */
  private static final String SMOOTHED =
      """
        def smoothed(self: __torch__.Ops, labels: Tensor) -> Tensor:
          return torch.add(torch.mul(labels, {kept}), torch.mul(torch.mean(labels, [1], True), {spread}))
      """;

  private StepScript() {}

  /**
   * What a step does besides the update.
   *
   * @param memoryFormat memory format of convolution weights
   * @param labelSmoothing share of each label that is spread over all classes
   * @param accumulates whether a step has several batches: {@code gather} and {@code apply} instead
   *     of {@code train}
   */
  record Options(MemoryFormat memoryFormat, double labelSmoothing, boolean accumulates) {}

  /** Return the source of the functions and of everything they call. */
  static String methods(NetworkSource source, UpdateRule rule, Options options) {
    boolean scaled = rule.form() == UpdateRule.Form.SKIPPING;
    List<String> state = state(rule);
    String loss = options.accumulates() ? "torch.mul(loss, float(share))" : "loss";
    String step =
        (options.accumulates() ? GATHER : TRAIN)
            .replace("{pass}", PASS)
            .replace(
                "{targets}", options.labelSmoothing() > 0 ? "(self).smoothed(labels)" : "labels")
            .replace("{scaler}", scaled ? "scale: Tensor, clean: Tensor, found: Tensor, " : "")
            .replace("{state}", typed(state))
            .replace("{trainable}", String.join(", ", trainable(source)))
            .replace("{loss}", scaled ? "(self).scaled(%s, scale)".formatted(loss) : loss)
            .replace("{gradients}", String.join(", ", gradients(source, options.memoryFormat())))
            .replace("{found}", scaled ? "(self).unscale(g, scale, clean, found), " : "")
            .replace("{moments}", named(state));
    return source.methods()
        + ConfusionMatrix.METHODS
        + CrossEntropy.METHODS
        + (scaled ? LossScaler.METHODS : "")
        + (options.labelSmoothing() > 0 ? smoothed(options.labelSmoothing()) : "")
        + rule.source()
        + step;
  }

  private static String smoothed(double share) {
    return SMOOTHED
        .replace("{kept}", Double.toString(1 - share))
        .replace("{spread}", Double.toString(share));
  }

  private static List<String> state(UpdateRule rule) {
    int lists = rule.moments() + (rule.countsSteps() ? 1 : 0);
    if (rule.form() == UpdateRule.Form.HALF) {
      lists += 2;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < lists; i++) {
      names.add("s" + i);
    }
    return names;
  }

  private static String typed(List<String> names) {
    StringBuilder text = new StringBuilder();
    names.forEach(name -> text.append(", ").append(name).append(": List[Tensor]"));
    return text.toString();
  }

  private static String named(List<String> names) {
    StringBuilder text = new StringBuilder();
    names.forEach(name -> text.append(name).append(", "));
    return text.toString();
  }

  private static List<String> trainable(NetworkSource source) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < source.parameters().size(); i++) {
      if (source.parameters().get(i).isTrainable()) {
        names.add("p[%d]".formatted(i));
      }
    }
    return names;
  }

  /**
   * The fused updates walk through memory regardless of strides, so a gradient must have the memory
   * format of its parameter. PyTorch returns some in the format its kernels produce.
   */
  private static List<String> gradients(NetworkSource source, MemoryFormat memoryFormat) {
    List<String> expressions = new ArrayList<>();
    for (ParameterSpec spec : source.parameters()) {
      if (spec.isTrainable()) {
        String gradient = "unchecked_cast(Tensor, d[%d])".formatted(expressions.size());
        boolean convolution = spec.shape().dimension() == 4;
        expressions.add(
            convolution
                ? "torch.contiguous(%s, memory_format=%d)".formatted(gradient, memoryFormat.code())
                : "torch.contiguous(%s)".formatted(gradient));
      }
    }
    return expressions;
  }
}
