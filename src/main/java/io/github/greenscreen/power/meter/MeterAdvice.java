package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.PowerMeter;
import java.util.Map;
import java.util.stream.Collectors;

/** Says why no power meter answers, and what to do about it. */
public final class MeterAdvice {
  /** What to do on a machine that has no meter at all. */
  public static final String NOTHING_INSTALLED =
      "install the NVIDIA driver with nvidia-smi if this machine has an NVIDIA GPU, or estimate "
          + "the power of the processors with --meter estimate:65W";

  private MeterAdvice() {}

  /**
   * Return a sentence about meters that do not answer, by the reason of each. Only those that this
   * machine has are named.
   */
  public static String of(Map<PowerMeter, String> silent) {
    String reasons =
        silent.entrySet().stream()
            .filter(meter -> meter.getKey().isInstalled())
            .map(meter -> meter.getKey().name() + ": " + meter.getValue())
            .collect(Collectors.joining("; "));
    return reasons.isEmpty()
        ? "no power meter found; " + NOTHING_INSTALLED
        : "no power meter reports power; " + reasons;
  }
}
