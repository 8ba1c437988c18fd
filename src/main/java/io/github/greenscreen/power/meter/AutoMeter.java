package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.rapl.RaplMeter;
import io.github.greenscreen.power.rapl.RaplZone;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the best meter that answers now, and goes on looking for a better one. */
final class AutoMeter {
  private static final Logger LOG = LoggerFactory.getLogger(AutoMeter.class);

  /** Long enough for two readings of the counters of processors. */
  private static final long BETWEEN_READINGS_MILLIS = 60;

  private AutoMeter() {}

  /**
   * Open the meter of the GPUs (NVML if it works, else {@code nvidia-smi}), else that of the
   * processors, else none. If the GPUs may have a meter that reports no power now, it is used as
   * soon as it does.
   */
  static PowerMeter open(MeterEnvironment place) {
    GpuSearch search = GpuSearch.start(place);
    search.awaitFirstRound();
    Optional<PowerMeter> gpus = search.found();
    if (search.findsPower()) {
      return alone(search, gpus.get());
    }
    PowerMeter substitute = processors(place);
    boolean none = substitute instanceof NullMeter;
    if (search.isHopeless() || (none && gpus.isPresent())) {
      return alone(search, gpus.orElse(substitute));
    }
    LOG.warn(
        "power meter auto: {} reports no power now; {} it does",
        search.name(),
        none ? "energy is N/A until" : "reading " + substitute.name() + " until");
    return new UpgradingMeter(search, substitute);
  }

  private static PowerMeter alone(GpuSearch search, PowerMeter chosen) {
    search.close();
    return chosen;
  }

  private static PowerMeter processors(MeterEnvironment place) {
    if (RaplZone.all(place.powercap()).isEmpty()) {
      return new NullMeter();
    }
    RaplMeter rapl = MeterType.rapl(place);
    try {
      Thread.sleep(BETWEEN_READINGS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    boolean answers = rapl.read().stream().anyMatch(s -> Double.isFinite(s.powerW()));
    return answers ? rapl : new NullMeter();
  }
}
