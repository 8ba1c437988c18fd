package io.github.greenscreen.djl.device;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import io.github.greenscreen.power.nvidia.Gpu;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses the device that a run trains on. PyTorch itself reports whether it can use a GPU: DJL
 * counts GPUs with {@code libcudart} of the CUDA toolkit, which a machine with only the driver
 * lacks, while PyTorch ships its own.
 */
public final class Devices {

  private Devices() {}

  /** Return the first GPU that PyTorch can use, or the CPU. */
  public static Device best(Engine engine) {
    return engine.hasCapability(StandardCapabilities.CUDA) ? Device.gpu() : Device.cpu();
  }

  /**
   * Return a warning if the driver shows GPUs but the run trains on the CPU, so that its times, or
   * the power of an idle GPU, are not mistaken for those of a GPU.
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
