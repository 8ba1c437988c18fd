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
 * Writes a training step as a TorchScript function {@code train}. Its arguments are images, labels,
 * the learning rate as a number on the host, the arrays of a {@link ConfusionMatrix} and, if steps
 * may be skipped, of a {@link LossScaler}, and two lists: all parameters of the network and the
 * state of the optimizer.
 */
final class StepScript {
  private static final String TRAIN =
      """
        def train(self: __torch__.Ops, x: Tensor, labels: Tensor, rate: Tensor, losses: Tensor, table: Tensor, SCALER_TYPESp: List[Tensor], STATE_TYPES) -> Tensor:
          logits = (self).forward(x, p)
          r = (self).count(torch.detach(logits), labels, losses, table)
          loss = (self).cross_entropy(logits, labels)
          w = [TRAINABLE]
          d = torch.grad([LOSS], w)
          g = [GRADIENTS]
          q = [torch.detach(y) for y in w]
          return (self).update(FOUNDq, g, STATE_NAMESfloat(rate))
      """;

  private StepScript() {}

  /**
   * Return the source of the function and of everything it calls.
   *
   * @param memoryFormat memory format of convolution weights
   */
  static String methods(NetworkSource source, UpdateRule rule, MemoryFormat memoryFormat) {
    boolean scaled = rule.form() == UpdateRule.Form.SKIPPING;
    List<String> state = state(rule);
    String train =
        TRAIN
            .replace("SCALER_TYPES", scaled ? "scale: Tensor, clean: Tensor, found: Tensor, " : "")
            .replace(", STATE_TYPES", typed(state))
            .replace("TRAINABLE", String.join(", ", trainable(source)))
            .replace("LOSS", scaled ? "(self).scaled(loss, scale)" : "loss")
            .replace("GRADIENTS", String.join(", ", gradients(source, memoryFormat)))
            .replace("FOUND", scaled ? "(self).unscale(g, scale, clean, found), " : "")
            .replace("STATE_NAMES", named(state));
    return source.methods()
        + ConfusionMatrix.METHODS
        + CrossEntropy.METHODS
        + (scaled ? LossScaler.METHODS : "")
        + rule.source()
        + train;
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
