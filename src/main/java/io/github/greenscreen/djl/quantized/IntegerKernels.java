package io.github.greenscreen.djl.quantized;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * The integer kernels that PyTorch uses on this machine, and their range. The engine does not
 * report them, so this follows its rule (<a
 * href="https://github.com/pytorch/pytorch/blob/v2.7.1/aten/src/ATen/native/quantized/cpu/OnednnUtils.h">OnednnUtils.h</a>):
 * on x86, convolutions use oneDNN if the processor has AVX-512 VNNI, else fbgemm.
 */
public enum IntegerKernels {
  /** oneDNN's, with VNNI instructions. */
  ONEDNN("onednn", 255),
  /**
   * fbgemm's. Without VNNI they add two products in 16 bits, which saturate unless activations are
   * limited to 7 bits: PyTorch's {@code reduce_range}.
   */
  FBGEMM("fbgemm", 127),
  /** Those of another processor architecture. */
  OTHER("integer", 255),
  /** None: the same arithmetic in float64. */
  SIMULATED("simulated", 255);

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private final String configName;
  private final int levels;

  IntegerKernels(String configName, int levels) {
    this.configName = configName;
    this.levels = levels;
  }

  /** Return the name in run folders. */
  public String configName() {
    return configName;
  }

  /** Return the largest integer of an activation that the kernels multiply without saturation. */
  public int maxLevel() {
    return levels;
  }

  /** Return the largest integer of an activation on this machine: 255 or 127. */
  public static int levels() {
    return ofMachine().maxLevel();
  }

  /** Return the kernels that the engine uses on this machine if it has any. */
  static IntegerKernels ofMachine() {
    return of(System.getProperty("os.arch"), PROCESSOR);
  }

  /**
   * Return the kernels for {@code architecture}, in Java's spelling, and a file in the format of
   * {@code /proc/cpuinfo}.
   */
  static IntegerKernels of(String architecture, Path processor) {
    String name = architecture.toLowerCase(Locale.ROOT);
    if (!name.equals("amd64") && !name.equals("x86_64")) {
      return OTHER;
    }
    return hasVnni(processor) ? ONEDNN : FBGEMM;
  }

  private static boolean hasVnni(Path processor) {
    try {
      return Files.readAllLines(processor).stream()
          .filter(line -> line.startsWith("flags"))
          .anyMatch(line -> Arrays.asList(line.split("\\s+")).contains("avx512_vnni"));
    } catch (IOException e) {
      return false; // not Linux: the engine then uses fbgemm whatever the processor
    }
  }
}
