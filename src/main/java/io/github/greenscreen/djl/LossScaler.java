package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
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
  /**
   * {@code scaled} multiplies a loss by the scale. {@code unscale} divides gradients by it, adapts
   * it to what they are, and returns {@code found}, which holds 1 where the step shall be skipped,
   * or else 0.
   */
  static final String METHODS =
      """
        def scaled(self: __torch__.Ops, loss: Tensor, scale: Tensor) -> Tensor:
          return torch.mul(loss, torch.squeeze(scale))
        def unscale(self: __torch__.Ops, g: List[Tensor], scale: Tensor, clean: Tensor, found: Tensor) -> Tensor:
          torch.zero_(found)
          torch._amp_foreach_non_finite_check_and_unscale_(g, found, torch.reciprocal(scale))
          r = torch._amp_update_scale_(scale, clean, found, 2., 0.5, 2000)
          return found
      """;

  private static final float INITIAL_SCALE = 1 << 16;

  private final NDManager manager;
  private final NDArray scale;
  private final NDArray clean;
  private final NDArray found;

  LossScaler(Device device) {
    manager = NDManager.newBaseManager(device, "PyTorch");
    scale = manager.create(new float[] {INITIAL_SCALE});
    clean = manager.create(new int[] {0});
    found = manager.create(new float[] {0});
  }

  /** Return scale, clean steps, and whether a step shall be skipped, each an array [1]. */
  List<NDArray> arrays() {
    return List.of(scale, clean, found);
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
    manager.close();
  }
}
