package io.github.greenscreen.djl.metric;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;
import io.github.greenscreen.djl.torchscript.ScriptModule;

/**
 * Softmax cross-entropy with soft labels, as one TorchScript call: the mean over the batch of −Σ
 * label · log softmax(logit). It is computed in the number format of the logits and returned in
 * that of the labels, which the engine's binding can read. Close it to free the compiled function.
 */
public final class CrossEntropy extends Loss implements AutoCloseable {
  public static final String METHODS =
      """
        def cross_entropy(self: __torch__.Ops, logits: Tensor, labels: Tensor) -> Tensor:
          shares = torch.type_as(labels, logits)
          each = torch.sum(torch.mul(torch.log_softmax(logits, 1), shares), [1])
          return torch.type_as(torch.neg(torch.mean(each)), labels)
      """;

  private final ScriptModule script;

  public CrossEntropy(Device device) {
    super("loss");
    script = ScriptModule.compile(device, METHODS);
  }

  /** Return the loss of logits [batch, classes] for labels of the same shape. */
  @Override
  public NDArray evaluate(NDList labels, NDList predictions) {
    return script.call("cross_entropy", predictions.head(), labels.head());
  }

  @Override
  public void close() {
    script.close();
  }
}
