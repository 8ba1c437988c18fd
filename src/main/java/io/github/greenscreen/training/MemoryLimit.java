package io.github.greenscreen.training;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.ConstraintViolation;
import io.github.greenscreen.search.AmountFormat;
import java.util.List;

/**
 * Watches that no GPU has more memory in use than a run may take. The sampler tells it the
 * readings, the training thread asks between two steps and never waits.
 */
final class MemoryLimit {
  private static final String METRIC = "gpu_memory_MiB";

  private final double most;
  private volatile double found = Double.NaN;

  /** Watch {@code most} MiB, infinity for none. */
  MemoryLimit(double most) {
    this.most = most;
  }

  /** Take a reading of all devices; those that do not tell their memory are left out. */
  void observe(List<PowerSample> samples) {
    samples.stream()
        .mapToDouble(PowerSample::memoryMiB)
        .filter(memory -> memory > most)
        .max()
        .ifPresent(memory -> found = memory);
  }

  /** Throw where it was too much. */
  void check() {
    double memory = found;
    if (!Double.isNaN(memory)) {
      throw new LimitExceededException(
          "GPU memory in use is %s MiB, more than the %s MiB of constraint gpu_memory_MiB"
              .formatted(AmountFormat.plain(memory), AmountFormat.plain(most)),
          new ConstraintViolation(METRIC, memory).toFacts());
    }
  }
}
