package io.github.greenscreen.djl.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.djl.transfer.HostCopy;
import java.util.List;

/**
 * Accumulates loss and confusion matrix (images by true and predicted class) on the device, so that
 * no step waits for a number to reach the host. The true class of a mixed label is the one with the
 * largest share. Close it to free its arrays.
 */
public final class ConfusionMatrix implements AutoCloseable {
  public static final String METHODS =
      """
        def count(self: __torch__.Ops, logits: Tensor, labels: Tensor, losses: Tensor, table: Tensor) -> Tensor:
          each = torch.sum(torch.mul(torch.log_softmax(logits, 1, dtype=7), labels), [1])
          torch.sub_(losses, torch.sum(each))
          truth = torch.argmax(labels, 1)
          cell = torch.add(torch.mul(truth, torch.size(labels, 1)), torch.argmax(logits, 1))
          return torch.scatter_add_(table, 0, cell, torch.ones_like(cell))
        def clear(self: __torch__.Ops, losses: Tensor, table: Tensor) -> Tensor:
          torch.zero_(losses)
          return torch.zero_(table)
      """;

  private final NDManager manager;
  private final ScriptModule script;
  private final int classes;
  private final NDArray losses;
  private final NDArray table;

  public ConfusionMatrix(NDManager parent, int classes) {
    this.manager = parent.newSubManager();
    this.script = ScriptModule.compile(manager.getDevice(), METHODS);
    this.classes = classes;
    this.losses = manager.zeros(new Shape(1), DataType.FLOAT64);
    this.table = manager.zeros(new Shape((long) classes * classes), DataType.INT64);
  }

  /** Add a batch; both arrays are [batch, classes]. */
  public void count(NDArray logits, NDArray labels) {
    script.run("count", logits, labels, losses, table);
  }

  /** Return the arrays that {@code count} of {@link #METHODS} takes after logits and labels. */
  public List<NDArray> arrays() {
    return List.of(losses, table);
  }

  /**
   * Return whether the sum of losses since the last {@link #take} is finite. This waits for the
   * device.
   */
  public boolean isFinite() {
    return Double.isFinite(HostCopy.doubles(losses)[0]);
  }

  /** Return the result of everything counted since the last call, and reset. */
  public EvaluationResult take() {
    EvaluationResult score =
        EvaluationResult.of(HostCopy.longs(table), classes, HostCopy.doubles(losses)[0]);
    script.run("clear", losses, table);
    return score;
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
