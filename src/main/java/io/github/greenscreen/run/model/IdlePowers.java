package io.github.greenscreen.run.model;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.power.meter.MeterChoice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The power of a device while nothing is trained.
 *
 * @param powerW mean power in watts before any process used the device
 * @param contextPowerW mean power in watts while a process holds a GPU without using it, which
 *     keeps its clocks up; NaN if that was not measured
 * @param meter name of the meter that measured them; empty if it is unknown
 */
public record IdlePowers(double powerW, double contextPowerW, String meter) {
  private static final String CONTEXT = "idle_context_power_W";
  private static final String METER = "idle_power_meter";

  public IdlePowers {
    Objects.requireNonNull(meter);
  }

  /** Create it with a power of a held GPU and without a meter. */
  public IdlePowers(double powerW, double contextPowerW) {
    this(powerW, contextPowerW, "");
  }

  /** Create it without a power of a held GPU and without a meter. */
  public IdlePowers(double powerW) {
    this(powerW, Double.NaN);
  }

  /** Read the entries of {@link #toFacts}; empty if no idle power is known. */
  public static Optional<IdlePowers> of(RunStatus status) {
    double power = RunEnergy.of(status).idlePowerW();
    if (Double.isNaN(power)) {
      return Optional.empty();
    }
    String context = status.facts().getOrDefault(CONTEXT, "");
    return Optional.of(
        new IdlePowers(
            power,
            CsvNumberFormat.parse(context).orElse(Double.NaN),
            status.facts().getOrDefault(METER, "")));
  }

  /** Return these powers, completed from {@code earlier} ones of the same devices. */
  public IdlePowers after(IdlePowers earlier) {
    return Double.isNaN(contextPowerW) && MeterChoice.readSame(meter, earlier.meter)
        ? new IdlePowers(powerW, earlier.contextPowerW, meter)
        : this;
  }

  /** Return the entries for {@code status.yaml}. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = new LinkedHashMap<>(RunEnergy.idleFacts(powerW));
    if (!Double.isNaN(contextPowerW)) {
      facts.put(CONTEXT, CsvNumberFormat.compact(contextPowerW));
    }
    if (!meter.isEmpty()) {
      facts.put(METER, meter);
    }
    return facts;
  }
}
