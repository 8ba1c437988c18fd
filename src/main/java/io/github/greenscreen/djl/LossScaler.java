package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.djl.transfer.HostCopy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Dynamic loss scaling (Micikevicius et al., 2017, <a href="https://arxiv.org/abs/1710.03740">arXiv
 * 1710.03740</a>, section 3.2), so that gradients do not vanish in float16: the loss is multiplied
 * by a scale that starts at 2^16, halves when a gradient overflows, whose step is then skipped, and
 * doubles after 2,000 steps without overflow. PyTorch's own functions do it, on the device. Close
 * it to free what it holds.
 */
final class LossScaler implements AutoCloseable {
  private static final String METHODS =
      """
        def forward(self: __torch__.Ops, loss: Tensor, scale: Tensor) -> Tensor:
          return torch.mul(loss, torch.squeeze(scale))
        def unscale(self: __torch__.Ops, g: List[Tensor], found: Tensor, scale: Tensor) -> Tensor:
          torch.zero_(found)
          torch._amp_foreach_non_finite_check_and_unscale_(g, found, torch.reciprocal(scale))
          return found
        def update(self: __torch__.Ops, scale: Tensor, clean: Tensor, found: Tensor) -> Tensor:
          return torch._amp_update_scale_(scale, clean, found, 2., 0.5, 2000)
      """;

  private static final float INITIAL_SCALE = 1 << 16;

  private final NDManager manager;
  private final ScriptModule script;
  private final NDArray scale;
  private final NDArray clean;
  private final NDArray found;

  LossScaler(Device device) {
    manager = NDManager.newBaseManager(device, "PyTorch");
    script = ScriptModule.compile(device, METHODS);
    scale = manager.create(new float[] {INITIAL_SCALE});
    clean = manager.create(new int[] {0});
    found = manager.create(new float[] {0});
  }

  /** Return {@code loss} times the scale. */
  NDArray scaled(NDArray loss) {
    return script.call("forward", loss, scale);
  }

  /**
   * Divide {@code gradients} by the scale and adapt the scale to what they are.
   *
   * @return an array [1] that is not 0 where the step shall be skipped; valid until the next call
   */
  NDArray unscale(List<NDArray> gradients) {
    script.run("unscale", gradients, found, scale);
    script.run("update", scale, clean, found);
    return found;
  }

  /** Return the current scale; makes the device wait. */
  float scale() {
    return HostCopy.floats(scale)[0];
  }

  /** Return the arrays that hold the scale and the clean steps since it last changed, by name. */
  Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>();
    state.put("loss scale", scale);
    state.put("clean steps", clean);
    return state;
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
