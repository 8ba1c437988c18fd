package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import io.github.greenscreen.power.Gpu;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run trains on. PyTorch itself is asked whether it can use a GPU: DJL counts GPUs by the
 * CUDA toolkit's {@code libcudart}, which a machine with nothing but the driver has not, while
 * PyTorch brings its own.
 */
final class Devices {

  private Devices() {}

  /** Return the first GPU that PyTorch can use, or the processors. */
  static Device best(Engine engine) {
    return engine.hasCapability(StandardCapabilities.CUDA) ? Device.gpu() : Device.cpu();
  }

  /**
   * Return a sentence where the driver shows GPUs to a run that trains on the processors all the
   * same, so that nobody takes its seconds, or the power of an idle GPU, for those of a GPU.
   *
   * @param visible the GPUs that the driver shows
   * @param reason why none of them is used; empty if only PyTorch knows
   */
  static Optional<String> unused(Device device, List<Gpu> visible, Optional<String> reason) {
    if (device.isGpu() || visible.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "the driver reports "
            + visible.stream().map(Gpu::name).collect(Collectors.joining(", "))
            + " (driver "
            + visible.get(0).driver()
            + "), but "
            + reason.orElse("this PyTorch build cannot use a GPU")
            + ", so the run trains on the CPU");
  }
}
