package io.github.greenscreen.power.meter;

import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.power.MeterErrorLog;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Combines meters of different devices, whose power is added. If one meter throws, the readings of
 * the others are kept. Not thread-safe.
 */
final class CompositeMeter implements PowerMeter {
  private final List<PowerMeter> meters;
  private final MeterErrorLog errorLog;

  /** Combine {@code meters}, which are closed with this one. */
  CompositeMeter(List<PowerMeter> meters) {
    this.meters = List.copyOf(meters);
    this.errorLog = new MeterErrorLog(name());
  }

  @Override
  public String name() {
    return meters.stream().map(PowerMeter::name).collect(Collectors.joining("+"));
  }

  @Override
  public List<PowerSample> read() {
    List<PowerSample> samples = new ArrayList<>();
    for (PowerMeter meter : meters) {
      try {
        samples.addAll(meter.read());
      } catch (RuntimeException | LinkageError e) {
        errorLog.say(meter.name() + " lost a reading: " + FailureReason.of(e));
      }
    }
    return samples;
  }

  @Override
  public boolean isInstalled() {
    return meters.stream().anyMatch(PowerMeter::isInstalled);
  }

  @Override
  public boolean needsTwoReadings() {
    return meters.stream().anyMatch(PowerMeter::needsTwoReadings);
  }

  @Override
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    meters.forEach(meter -> facts.putAll(meter.facts()));
    return facts;
  }

  @Override
  public List<String> errorLog() {
    return Stream.concat(
            meters.stream().flatMap(meter -> meter.errorLog().stream()),
            errorLog.reasons().stream())
        .toList();
  }

  @Override
  public void close() {
    meters.forEach(PowerMeter::close);
  }
}
