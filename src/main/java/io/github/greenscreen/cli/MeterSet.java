package io.github.greenscreen.cli;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several meters that are read together, and the devices that each of them has shown. */
final class MeterSet implements AutoCloseable {
  /** How often a silent meter is asked before it counts as none; some answer only later. */
  private static final int ATTEMPTS = 5;

  private static final long PAUSE_MILLIS = 300;

  private final Map<PowerMeter, Map<String, PowerSample>> devices = new LinkedHashMap<>();

  private MeterSet() {}

  /** Keep those of {@code candidates} that answer with a power, and close the others. */
  static MeterSet answering(List<PowerMeter> candidates) throws InterruptedException {
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

  boolean isEmpty() {
    return devices.isEmpty();
  }

  List<PowerMeter> all() {
    return List.copyOf(devices.keySet());
  }

  /** Return the last sample of every device of {@code meter}. */
  List<PowerSample> known(PowerMeter meter) {
    return List.copyOf(devices.get(meter).values());
  }

  /**
   * Read {@code meter} and return the newest sample of every device that it has ever shown; a
   * device that is silent now has a sample without numbers.
   */
  List<PowerSample> read(PowerMeter meter) {
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
