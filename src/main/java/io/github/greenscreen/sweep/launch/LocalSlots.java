package io.github.greenscreen.sweep.launch;

import io.github.greenscreen.power.nvidia.Gpu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Divides a machine into slots for parallel runs. */
public final class LocalSlots {
  /** The environment variable with the GPUs that a process may use, separated by commas. */
  public static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  static final String THREADS = "OMP_NUM_THREADS";

  private LocalSlots() {}

  /**
   * Return the slots of this machine: one for each visible GPU, or one if there is none, unless
   * {@code parallel} sets the number. The processors are divided evenly.
   *
   * @param environment environment of this process
   * @param gpus finds the visible GPUs
   * @param cores number of processors of this machine
   */
  static List<Slot> of(
      OptionalInt parallel, Map<String, String> environment, Supplier<List<Gpu>> gpus, int cores) {
    List<String> devices = devices(environment, gpus);
    int count = parallel.orElse(Math.max(1, devices.size()));
    int threads = Math.max(1, threads(environment, cores) / count);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              Map<String, String> variables = new LinkedHashMap<>();
              String device = devices.isEmpty() ? "" : devices.get(i % devices.size());
              if (!device.isEmpty()) {
                variables.put(VISIBLE, device);
              }
              if (count > 1) {
                variables.put(THREADS, Integer.toString(threads));
              }
              return new Slot(i + 1, device, variables);
            })
        .toList();
  }

  /** Return the CUDA names of the usable devices; a part of a GPU must not become the whole. */
  private static List<String> devices(Map<String, String> environment, Supplier<List<Gpu>> gpus) {
    String visible = environment.getOrDefault(VISIBLE, "");
    if (visible.toUpperCase(Locale.ROOT).contains("MIG-")) {
      return Arrays.stream(visible.split(",")).map(String::strip).distinct().toList();
    }
    return new ArrayList<>(gpus.get().stream().map(Gpu::uuid).toList());
  }

  private static int threads(Map<String, String> environment, int cores) {
    String asked = environment.getOrDefault(THREADS, "");
    return asked.matches("[1-9]\\d{0,4}") ? Integer.parseInt(asked) : cores;
  }
}
