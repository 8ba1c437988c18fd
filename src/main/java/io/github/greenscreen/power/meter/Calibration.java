package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.PowerSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The noise, range, and update interval of a meter, computed from its readings of one idle device.
 * Values that cannot be determined from too few readings are NaN.
 *
 * @param device name of the device
 * @param readings number of readings with a power
 * @param meanW mean power in watts, which on an idle machine is the idle power
 * @param noiseW standard deviation of a reading in watts (n − 1)
 * @param minW minimum power in watts
 * @param maxW maximum power in watts
 * @param readMillis median time between two readings in milliseconds
 * @param updateMillis median time between two changes of the value in milliseconds; it cannot be
 *     less than {@code readMillis}
 */
public record Calibration(
    String device,
    int readings,
    double meanW,
    double noiseW,
    double minW,
    double maxW,
    double readMillis,
    double updateMillis) {
  /** The share of changed readings from which every reading is assumed to be new. */
  private static final double NEARLY_ALL = 0.9;

  /** Evaluate {@code samples}, which are in order of time, for each device. */
  public static List<Calibration> of(List<PowerSample> samples) {
    Map<String, List<PowerSample>> devices = new LinkedHashMap<>();
    for (PowerSample sample : samples) {
      List<PowerSample> known = devices.computeIfAbsent(sample.device(), d -> new ArrayList<>());
      if (Double.isFinite(sample.powerW())) {
        known.add(sample);
      }
    }
    return devices.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  /**
   * Return whether nearly every reading has a new value, so that the true update interval may be
   * shorter than {@code updateMillis}.
   */
  public boolean isLimitedByReading() {
    return updateMillis * NEARLY_ALL <= readMillis;
  }

  private static Calibration of(String device, List<PowerSample> samples) {
    double[] watts = samples.stream().mapToDouble(PowerSample::powerW).toArray();
    double mean = Arrays.stream(watts).average().orElse(Double.NaN);
    return new Calibration(
        device,
        watts.length,
        mean,
        deviation(watts, mean),
        Arrays.stream(watts).min().orElse(Double.NaN),
        Arrays.stream(watts).max().orElse(Double.NaN),
        medianStep(samples),
        medianStep(changes(samples)));
  }

  /** Return the samples whose power differs from that of the previous sample. */
  private static List<PowerSample> changes(List<PowerSample> samples) {
    List<PowerSample> changes = new ArrayList<>();
    for (int i = 1; i < samples.size(); i++) {
      if (samples.get(i).powerW() != samples.get(i - 1).powerW()) {
        changes.add(samples.get(i));
      }
    }
    return changes;
  }

  private static double medianStep(List<PowerSample> samples) {
    int count = samples.size() - 1;
    if (count < 1) {
      return Double.NaN;
    }
    double[] steps = new double[count];
    for (int i = 0; i < count; i++) {
      steps[i] = samples.get(i + 1).timeMillis() - samples.get(i).timeMillis();
    }
    Arrays.sort(steps);
    return (steps[count / 2] + steps[(count - 1) / 2]) / 2;
  }

  private static double deviation(double[] values, double mean) {
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
  }
}
