package io.github.greenscreen.power.nvidia;

import io.github.greenscreen.power.MeterErrorLog;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Selects the GPUs that {@code CUDA_VISIBLE_DEVICES} makes visible, whichever meter has listed
 * them.
 */
public final class GpuSelection {
  private static final String VARIABLE = "CUDA_VISIBLE_DEVICES";

  private final Map<String, String> environment;
  private final MeterErrorLog errorLog;

  /** Create a selection from the variable and {@code CUDA_DEVICE_ORDER} in {@code environment}. */
  public GpuSelection(Map<String, String> environment, MeterErrorLog errorLog) {
    this.environment = Map.copyOf(environment);
    this.errorLog = errorLog;
  }

  /** Return the parsed value of the variable. */
  public CudaVisibleDevices devices() {
    return CudaVisibleDevices.of(environment.get(VARIABLE));
  }

  /**
   * Return the visible ones of {@code gpus} in the order of the variable, and log a complaint if it
   * selects none or uses another order.
   *
   * @param boards supplies the UUID of the board by UUID of the MIG device, in lower case
   */
  public List<Gpu> among(List<Gpu> gpus, Supplier<Map<String, String>> boards) {
    CudaVisibleDevices devices = devices();
    if (devices.all()) {
      return gpus;
    }
    List<Gpu> chosen = devices.select(gpus, devices.asksForBoards() ? boards.get() : Map.of());
    if (chosen.isEmpty()) {
      errorLog.say(
          "CUDA_VISIBLE_DEVICES is \"%s\", which matches none of the %s GPUs of this machine"
              .formatted(environment.get(VARIABLE), "" + gpus.size()));
    }
    warnOfOrder(gpus);
    return chosen;
  }

  private void warnOfOrder(List<Gpu> gpus) {
    boolean byBus = "PCI_BUS_ID".equals(environment.get("CUDA_DEVICE_ORDER"));
    boolean alike = gpus.stream().map(Gpu::name).distinct().count() <= 1;
    if (devices().usesNumbers() && !byBus && !alike) {
      errorLog.say(
          "CUDA_VISIBLE_DEVICES numbers GPUs of different models in CUDA's own order, but "
              + "the meter in bus order; set CUDA_DEVICE_ORDER=PCI_BUS_ID or use UUIDs");
    }
  }
}
