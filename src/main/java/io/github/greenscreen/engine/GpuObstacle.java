package io.github.greenscreen.engine;

import io.github.greenscreen.power.nvidia.Gpu;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains why PyTorch cannot compute on the GPUs that the driver shows. */
final class GpuObstacle {
  /** The lowest compute capability that the build for CUDA 12.8 supports: Turing. */
  private static final double MIN = 7.5;

  private final Host host;

  GpuObstacle(Host host) {
    this.host = host;
  }

  /** Return why a build named {@code name} cannot use {@code gpus}, to follow "but". */
  Optional<String> against(String name, List<Gpu> gpus) {
    if (!host.driver().getAsBoolean()) {
      return Optional.of(
          CudaDriver.NAME
              + " of the NVIDIA driver cannot be loaded (a container needs"
              + " NVIDIA_DRIVER_CAPABILITIES=compute,utility)");
    }
    // Builds for other versions of CUDA, from Python, support other GPUs.
    return name.equals(Flavor.CU128.configName()) ? tooOld(gpus) : Optional.empty();
  }

  /** Applies only if every GPU is known to be too old; PyTorch ignores those that it cannot use. */
  private Optional<String> tooOld(List<Gpu> gpus) {
    if (gpus.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> capabilities = host.capabilities().get();
    double best = 0;
    for (Gpu gpu : gpus) {
      String capability = capabilities.getOrDefault(gpu.uuid(), "");
      if (!capability.matches("\\d{1,3}\\.\\d{1,2}")) {
        return Optional.empty();
      }
      best = Math.max(best, Double.parseDouble(capability));
    }
    return best >= MIN
        ? Optional.empty()
        : Optional.of(
            "PyTorch %s for CUDA 12.8 needs compute capability %s (Turing) or higher, found %s"
                .formatted(Flavor.PYTORCH, "" + MIN, "" + best));
  }
}
