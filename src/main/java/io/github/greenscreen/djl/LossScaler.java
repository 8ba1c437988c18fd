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
 * 1710.03740</a>, section 3.2), which prevents gradients from vanishing in float16. The loss is
 * multiplied by a scale that starts at 2^16, halves if a gradient overflows (that step is skipped),
 * and doubles after 2,000 steps without overflow. PyTorch's own functions do this on the device.
 * Close it to free its arrays.
 */
final class LossScaler implements AutoCloseable {
  /**
   * {@code scaled} multiplies a loss by the scale. {@code unscale} divides gradients by it, adapts
   * it to the gradients, and returns {@code found}, which is 1 if the step must be skipped, else 0.
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

  /** Return scale, clean steps, and the skip flag, each an array [1]. */
  List<NDArray> arrays() {
    return List.of(scale, clean, found);
  }

  /** Return the current scale; this waits for the device. */
  float scale() {
    return HostCopy.floats(scale)[0];
  }

  /** Return the arrays that hold the scale and the clean steps since its last change, by name. */
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
