package io.github.greenscreen.cli.support;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A set of open meters that are read together, with the devices that each has reported. */
public final class MeterSet implements AutoCloseable {
  /** Number of attempts to read a silent meter; some need several to respond. */
  private static final int ATTEMPTS = 5;

  private static final long PAUSE_MILLIS = 300;

  private final Map<PowerMeter, Map<String, PowerSample>> devices = new LinkedHashMap<>();

  private MeterSet() {}

  /** Return a set of those {@code candidates} that report power, and close the others. */
  public static MeterSet answering(List<PowerMeter> candidates) throws InterruptedException {
    MeterSet open = new MeterSet();
    List<PowerMeter> silent = new ArrayList<>(candidates);
    try {
      for (int i = 0; i < ATTEMPTS && !silent.isEmpty(); i++) {
        Thread.sleep(i == 0 ? 0 : PAUSE_MILLIS);
        silent.removeIf(open::accept);
      }
    } catch (InterruptedException e) {
      candidates.forEach(PowerMeter::close);
      throw e;
    }
    silent.forEach(PowerMeter::close);
    return open;
  }

  public boolean isEmpty() {
    return devices.isEmpty();
  }

  public List<PowerMeter> all() {
    return List.copyOf(devices.keySet());
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

  private boolean accept(PowerMeter meter) {
    List<PowerSample> samples = meter.read();
    boolean answers = samples.stream().anyMatch(sample -> Double.isFinite(sample.powerW()));
    if (answers) {
      Map<String, PowerSample> known = new LinkedHashMap<>();
      samples.forEach(sample -> known.put(sample.device(), sample));
      devices.put(meter, known);
    }
    return answers;
  }

  private static PowerSample unknown(String device) {
    return new PowerSample(0, device, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }
}
