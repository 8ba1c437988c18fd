package io.github.greenscreen.power;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Samples by the meter that read them. There are several only if a better meter began to answer
 * while a worse one was read; their energies must not be added up. Immutable.
 */
public final class SamplesByMeter {
  private final Map<String, List<PowerSample>> groups;
  private final Duration period;

  private SamplesByMeter(Map<String, List<PowerSample>> groups, Duration period) {
    this.groups = groups;
    this.period = period;
  }

  /** Group {@code samples}, which were read every {@code period} and come from {@code meter}. */
  public static SamplesByMeter of(List<PowerSample> samples, PowerMeter meter, Duration period) {
    Map<String, List<PowerSample>> groups = new LinkedHashMap<>();
    groups.put(meter.name(), new ArrayList<>());
    for (PowerSample sample : samples) {
      groups.computeIfAbsent(meter.meterOf(sample.device()), name -> new ArrayList<>()).add(sample);
    }
    return new SamplesByMeter(groups, period);
  }

  /**
   * Return the meter that counts: the best one if its {@code share} of the time is {@code enough},
   * otherwise the one with the largest share.
   */
  public String counted(double enough, ToDoubleFunction<PowerTrace> share) {
    String most = groups.keySet().iterator().next();
    double largest = groups.size() > 1 ? share(most, share) : enough;
    for (String meter : groups.keySet()) {
      if (largest >= enough) {
        break;
      }
      double other = share(meter, share);
      if (other > largest) {
        most = meter;
        largest = other;
      }
    }
    return most;
  }

  /** Return the power that {@code meter} has read. */
  public PowerTrace trace(String meter) {
    return PowerTrace.of(groups.get(meter), period);
  }

  private double share(String meter, ToDoubleFunction<PowerTrace> share) {
    double value = share.applyAsDouble(trace(meter));
    return Double.isNaN(value) ? 0 : value;
  }
}
