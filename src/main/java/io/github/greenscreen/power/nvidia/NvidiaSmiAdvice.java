package io.github.greenscreen.power.nvidia;

import io.github.greenscreen.power.nvml.NvmlCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to do about a failure of {@code nvidia-smi}. The tool reports the causes of NVML in words,
 * and most of them as its exit code too; both give the same advice as the library.
 */
final class NvidiaSmiAdvice {
  /** What a GPU driver that takes long to answer needs. */
  static final String PERSISTENCE =
      "if the GPUs take long to start, keep their driver loaded with: sudo nvidia-smi -pm 1";

  private static final int LONGEST = 200;

  /** What to do if the driver lists no GPU. */
  private static final String NO_GPU =
      "if the machine has one, start the container with --gpus all, or look for its fault with: "
          + "sudo dmesg";

  /** Parts of the tool's messages, the more specific ones first. */
  private static final List<Map.Entry<String, NvmlCode>> CAUSES =
      List.of(
          Map.entry("version mismatch", NvmlCode.LIB_RM_VERSION_MISMATCH),
          Map.entry("insufficient permissions", NvmlCode.NO_PERMISSION),
          Map.entry("permission denied", NvmlCode.NO_PERMISSION),
          Map.entry("blocked by the operating system", NvmlCode.OPERATING_SYSTEM),
          Map.entry("driver not loaded", NvmlCode.DRIVER_NOT_LOADED),
          Map.entry("communicate with the nvidia driver", NvmlCode.DRIVER_NOT_LOADED),
          Map.entry("couldn't find libnvidia-ml", NvmlCode.LIBRARY_NOT_FOUND),
          Map.entry("shared library not found", NvmlCode.LIBRARY_NOT_FOUND),
          Map.entry("function not found", NvmlCode.FUNCTION_NOT_FOUND),
          Map.entry("insufficient external power", NvmlCode.INSUFFICIENT_POWER),
          Map.entry("gpu is lost", NvmlCode.GPU_IS_LOST),
          Map.entry("requires reset", NvmlCode.RESET_REQUIRED),
          Map.entry("unable to determine the device handle", NvmlCode.GPU_IS_LOST),
          Map.entry("unknown error", NvmlCode.UNKNOWN));

  private static final Pattern EXIT =
      Pattern.compile("exit code (\\d{1,3})(?::.*)?", Pattern.DOTALL);

  private NvidiaSmiAdvice() {}

  /** Return {@code reason} with what to do about it, if that is known. */
  static String added(String reason) {
    String text = reason.strip();
    String shown = text.substring(0, Math.min(text.length(), LONGEST)).strip();
    return of(text).map(advice -> shown.replaceFirst("\\.$", "") + "; " + advice).orElse(text);
  }

  /** Return the remedy for what the tool printed. */
  private static Optional<String> of(String text) {
    if (text.contains("Reboot")) {
      return Optional.empty();
    }
    if (text.startsWith("cannot run")) {
      return Optional.of("reinstall the NVIDIA driver, which includes it");
    }
    if (text.contains("did not end within")) {
      return Optional.of(PERSISTENCE);
    }
    if (text.contains(NvidiaSmi.NO_DEVICES)) {
      return Optional.of(NO_GPU);
    }
    return code(text).map(NvmlCode::advice).filter(advice -> !advice.isEmpty());
  }

  private static Optional<NvmlCode> code(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<NvmlCode> named =
        CAUSES.stream()
            .filter(cause -> lower.contains(cause.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    Matcher exit = EXIT.matcher(text);
    return named.isEmpty() && exit.matches()
        ? NvmlCode.of(Integer.parseInt(exit.group(1)))
        : named.stream().findFirst();
  }
}
