package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.meter.MeterSet;
import java.util.List;
import java.util.function.Supplier;

/** Rejects options that need a power meter if none responds. */
public final class MeterRequirement {
  private final Supplier<PowerMeter> meter;

  /** Test {@code meter}, which is opened again for each requirement. */
  public MeterRequirement(Supplier<PowerMeter> meter) {
    this.meter = meter;
  }

  /**
   * Throw {@link UsageException} unless a meter responds.
   *
   * @param what option or key that needs a meter
   * @param action what a meter would do for it, for instance {@code keep it}
   * @param wayOut what to do without a meter
   */
  public void of(String what, String action, String wayOut) {
    try (MeterSet open = MeterSet.answering(List.of(meter.get()))) {
      if (open.isEmpty()) {
        throw new UsageException(
            "%s: no power meter found to %s%s; run 'greenscreen doctor' for details, or %s"
                .formatted(what, action, open.silentReasons(), wayOut));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
