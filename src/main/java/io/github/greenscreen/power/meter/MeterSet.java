package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A set of open meters that are read together, with the devices that each has reported, and the
 * meters that did not answer, with the reason.
 */
public final class MeterSet implements AutoCloseable {
  private final Map<PowerMeter, Map<String, PowerSample>> devices = new LinkedHashMap<>();
  private final Map<PowerMeter, String> silent = new LinkedHashMap<>();

  private MeterSet() {}

  /**
   * Return a set of those {@code candidates} that report power within {@link PowerMeter#PATIENCE},
   * and close the others. All are asked at the same time.
   */
  public static MeterSet answering(List<PowerMeter> candidates) throws InterruptedException {
    return answering(candidates, PowerMeter.PATIENCE);
  }

  /** Return a set of those {@code candidates} that report power within {@code patience}. */
  static MeterSet answering(List<PowerMeter> candidates, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    List<MeterProbe> probes = candidates.stream().map(MeterProbe::start).toList();
    MeterSet open = new MeterSet();
    try {
      for (MeterProbe probe : probes) {
        probe.await(end);
      }
    } catch (InterruptedException e) {
      probes.forEach(MeterProbe::stop);
      throw e;
    }
    probes.forEach(probe -> open.add(probe, patience));
    return open;
  }

  /** Return whether no meter answered. */
  public boolean isEmpty() {
    return devices.isEmpty();
  }

  /** Return the meters that answered, in the order of the candidates. */
  public List<PowerMeter> all() {
    return List.copyOf(devices.keySet());
  }

  /**
   * Return the meters that did not report power, which are closed, with the reason and what to do
   * about it.
   */
  public Map<PowerMeter, String> silent() {
    return Collections.unmodifiableMap(silent);
  }

  /** Return the reasons of the meters that this machine has, in brackets; empty without them. */
  public String silentReasons() {
    String reasons =
        silent.entrySet().stream()
            .filter(meter -> meter.getKey().isInstalled())
            .filter(meter -> !meter.getKey().errorLog().isEmpty())
            .map(meter -> meter.getKey().name() + ": " + meter.getValue())
            .collect(Collectors.joining("; "));
    return reasons.isEmpty() ? "" : " (" + reasons + ")";
  }

  /** Return the last sample of every device of {@code meter}. */
  public List<PowerSample> known(PowerMeter meter) {
    return List.copyOf(devices.get(meter).values());
  }

  /**
   * Read {@code meter} and return the latest sample of every device that it has ever reported; a
   * device without a new sample has one with NaN values.
   */
  public List<PowerSample> read(PowerMeter meter) {
    Map<String, PowerSample> known = devices.get(meter);
    known.replaceAll((device, sample) -> unknown(device));
    meter.read().forEach(sample -> known.put(sample.device(), sample));
    return List.copyOf(known.values());
  }

  @Override
  public void close() {
    devices.keySet().forEach(PowerMeter::close);
  }

  private void add(MeterProbe probe, Duration patience) {
    List<PowerSample> samples = probe.samples();
    if (samples.isEmpty()) {
      probe.stop();
      silent.put(probe.meter(), probe.reason(patience));
      return;
    }
    Map<String, PowerSample> known = new LinkedHashMap<>();
    samples.forEach(sample -> known.put(sample.device(), sample));
    devices.put(probe.meter(), known);
  }

  private static PowerSample unknown(String device) {
    return new PowerSample(0, device, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }
}
