package io.github.greenscreen.djl.selftest;

import io.github.greenscreen.power.nvidia.Gpu;
import io.github.greenscreen.training.engine.ProcessorCaches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything except the workload that the engine's kernels depend on. The results of a self-test
 * are valid until it changes.
 *
 * @param text one property per line
 */
record Machine(String text) {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  /** The fields of {@code /proc/cpuinfo} that distinguish processors. */
  private static final Set<String> FIELDS =
      Set.of("vendor_id", "cpu family", "model", "model name", "stepping", "microcode", "flags");

  /** Prefixes of the variables that change how the engine computes. */
  private static final List<String> PREFIXES =
      List.of("ONEDNN_", "DNNL_", "MKL_", "OMP_NUM_", "ATEN_", "PYTORCH_", "LD_PRELOAD");

  /**
   * Return a description of this machine.
   *
   * @param versions versions of greenscreen and the engine
   * @param gpus visible GPUs
   */
  static Machine of(String versions, List<Gpu> gpus, Map<String, String> environment) {
    List<String> lines = new ArrayList<>();
    lines.add(versions);
    lines.addAll(processor(PROCESSOR));
    lines.add("processors: " + Runtime.getRuntime().availableProcessors());
    lines.add("caches: " + ProcessorCaches.ofMachine().description());
    gpus.forEach(gpu -> lines.add("GPU: " + gpu.name() + ", driver " + gpu.driver()));
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (isRelevant(name)) {
                lines.add(name + "=" + value);
              }
            });
    return new Machine(String.join("\n", lines));
  }

  private static boolean isRelevant(String variable) {
    return variable.equals(EngineSettings.POINTWISE_VARIABLE)
        || PREFIXES.stream().anyMatch(variable::startsWith);
  }

  /**
   * Return the lines of {@code file} about the first processor; none unless the system is Linux.
   */
  static List<String> processor(Path file) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines
          .takeWhile(line -> !line.isBlank())
          .filter(line -> FIELDS.contains(line.split(":", 2)[0].strip()))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
