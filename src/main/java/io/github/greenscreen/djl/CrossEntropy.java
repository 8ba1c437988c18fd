package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;
import io.github.greenscreen.djl.torchscript.ScriptModule;

/**
 * Softmax cross-entropy with soft labels, as one TorchScript call: the mean over the batch of −Σ
 * label · log softmax(logit). Close it to free the compiled function.
 */
final class CrossEntropy extends Loss implements AutoCloseable {
  private static final String METHODS =
      """
        def forward(self: __torch__.Ops, logits: Tensor, labels: Tensor) -> Tensor:
          each = torch.sum(torch.mul(torch.log_softmax(logits, 1), labels), [1])
          return torch.neg(torch.mean(each))
      """;

  private final ScriptModule script;

  CrossEntropy(Device device) {
    super("loss");
    script = ScriptModule.compile(device, METHODS);
  }

  /** Return the loss of logits [batch, classes] for labels of the same shape. */
  @Override
  public NDArray evaluate(NDList labels, NDList predictions) {
    return script.call("forward", predictions.head(), labels.head());
  }

  @Override
  public void close() {
    script.close();
  }
}
