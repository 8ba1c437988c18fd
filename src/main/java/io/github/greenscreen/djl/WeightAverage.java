package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.ArrayList;
import java.util.List;

/**
 * An exponential moving average of the parameters of a network over the steps of its training, a ←
 * δa + (1 − δ)p, with which it is validated and delivered. In step t, counted from 1, δ is the
 * smaller of the decay and (1 + t) ÷ (10 + t), so that the first steps do not weigh on the average
 * for long. The average has at least single precision. Close it to free its arrays. Not
 * thread-safe.
 */
final class WeightAverage implements AutoCloseable {
  static final String METHODS =
      """
        def copy(self: __torch__.Ops, x: Tensor) -> Tensor:
          kind = ops.prim.dtype(x)
          if torch.__or__(torch.eq(kind, 5), torch.eq(kind, 15)):
            y = torch.to(x, 6)
          else:
            y = torch.clone(x)
          return y
        def update(self: __torch__.Ops, a: List[Tensor], p: List[Tensor], kept: float, new: float) -> Tensor:
          torch._foreach_mul_(a, kept)
          torch._foreach_add_(a, p, alpha=new)
          return a[0]
        def assign(self: __torch__.Ops, p: List[Tensor], a: List[Tensor]) -> Tensor:
          torch._foreach_copy_(p, a)
          return p[0]
      """;

  private final double decay;
  private final NDManager manager;
  private final ScriptModule script;
  private List<NDArray> average = List.of();

  /** Create an average with {@code decay}, at least 0 and below 1, on {@code device}. */
  WeightAverage(double decay, Device device) {
    this.decay = decay;
    manager = NDManager.newBaseManager(device, "PyTorch");
    script = ScriptModule.compile(device, METHODS);
  }

  /** Begin with {@code parameters}, always the same ones in the same order. */
  void begin(List<NDArray> parameters) {
    average = copies(parameters, manager);
  }

  /** Average the parameters after step {@code step}, counted from 1. */
  void update(List<NDArray> parameters, int step) {
    double kept = Math.min(decay, (1.0 + step) / (10.0 + step));
    script.run("update", average, parameters, kept, 1 - kept);
  }

  /** Replace the parameters by their average. */
  void assignTo(List<NDArray> parameters) {
    script.run("assign", parameters, average);
  }

  /** Run {@code work} while the parameters have their average, and restore them. */
  void during(List<NDArray> parameters, Runnable work) {
    try (NDManager scope = manager.newSubManager()) {
      List<NDArray> trained = copies(parameters, scope);
      assignTo(parameters);
      try {
        work.run();
      } finally {
        script.run("assign", parameters, trained);
      }
    }
  }

  /** Return the arrays of the average, in the order of the parameters. */
  List<NDArray> arrays() {
    return average;
  }

  private List<NDArray> copies(List<NDArray> parameters, NDManager owner) {
    List<NDArray> copies = new ArrayList<>();
    for (NDArray parameter : parameters) {
      try (NDArray nameless = parameter.duplicate()) {
        nameless.setName(null);
        NDArray copy = script.call("copy", nameless).stopGradient();
        copy.attach(owner);
        copies.add(copy);
      }
    }
    return copies;
  }

  @Override
  public void close() {
    manager.close();
    script.close();
  }
}
