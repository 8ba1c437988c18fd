package io.github.greenscreen.training.limit;

import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.model.ConstraintViolation;
import java.util.List;

/**
 * Enforces a limit on the memory in use on any GPU. The sampler thread delivers readings; the
 * training thread checks between two steps and never waits.
 */
final class MemoryLimit {
  private static final String METRIC = "gpu_memory_MiB";

  private final double most;
  private volatile double found = Double.NaN;

  /** Limit the memory to {@code most} MiB, infinity for none. */
  MemoryLimit(double most) {
    this.most = most;
  }

  /** Process a reading of all devices; devices without a memory reading are ignored. */
  void observe(List<PowerSample> samples) {
    samples.stream()
        .mapToDouble(PowerSample::memoryMiB)
        .filter(memory -> memory > most)
        .max()
        .ifPresent(memory -> found = memory);
  }

  /** Throw if the limit is exceeded. */
  void check() {
    double memory = found;
    if (!Double.isNaN(memory)) {
      throw new LimitExceededException(
          "GPU memory in use is %s MiB, more than the %s MiB of constraint gpu_memory_MiB"
              .formatted(AmountFormat.plain(memory), AmountFormat.plain(most)),
          new ConstraintViolation(METRIC, memory));
    }
  }
}
