package io.github.greenscreen.power.nvidia;

import io.github.greenscreen.power.MeterErrorLog;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

  /** Return whether the variable hides every GPU, whatever the machine has; it is logged then. */
  public boolean hidesAll() {
    boolean none = devices().none();
    if (none) {
      String value = environment.get(VARIABLE).strip();
      errorLog.say(
          "%s is %s, which hides every GPU; unset it, or set it to the numbers or UUIDs of GPUs"
              .formatted(VARIABLE, value.isEmpty() ? "empty" : value));
    }
    return none;
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
          "%s is %s, which matches none of the GPUs of this machine (%s); unset it, or set it to "
                  .formatted(VARIABLE, environment.get(VARIABLE), devices(gpus))
              + "their numbers or UUIDs");
    }
    warnOfOrder(gpus);
    return chosen;
  }

  private static String devices(List<Gpu> gpus) {
    return gpus.isEmpty()
        ? "none"
        : gpus.stream().map(Gpu::device).collect(Collectors.joining(", "));
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
