package io.github.greenscreen.power;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * The power samples of a run as curves over time, one per device, from which the energy between any
 * two moments follows.
 *
 * <p>Energy of a device from a to b is ∫P dt by the trapezoidal rule: Σ (Pᵢ + Pᵢ₊₁) ÷ 2 × (tᵢ₊₁ −
 * tᵢ) over neighbouring samples, where P at a and b is interpolated linearly. Before the first and
 * after the last sample of the trace the power is taken to stay level. Wherever samples are missing
 * for more than five periods, nothing is assumed: that stretch is a gap, counted and left out. The
 * energies of the devices are added. A device that never gave its power counts for nothing. Samples
 * that are means over a second come half a second late, so the end may be as much longer.
 * Immutable.
 */
public final class PowerTrace {
  private static final int LONGEST_BRIDGE = 5;

  /** Samples that are at most so many periods apart come from a slow meter: none was lost. */
  static final double LATEST = 1.75;

  /** How much older than the moment at which it is read the newest sample may be. */
  private static final long LAG_MILLIS = 500;

  private static final long FOREVER = Long.MAX_VALUE / 4;
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final List<Device> devices;
  private final TimeSeries.Limits limits;
  private final long end;

  private PowerTrace(List<Device> devices, TimeSeries.Limits limits, long end) {
    this.devices = devices;
    this.limits = limits;
    this.end = end;
  }

  /**
   * Take {@code samples} in any order; the period is the median time between neighbouring samples
   * of a device, one second where there are fewer than two.
   */
  public static PowerTrace of(List<PowerSample> samples) {
    return of(samples, medianPeriod(byDevice(samples).values()));
  }

  /**
   * Take {@code samples} in any order, read every {@code period}. A meter may be slower than asked:
   * where most samples are up to 1.75 periods apart, so long is the period.
   */
  public static PowerTrace of(List<PowerSample> samples, Duration period) {
    Map<String, List<PowerSample>> byDevice = byDevice(samples);
    List<Device> devices = byDevice.values().stream().map(Device::of).toList();
    long median = medianPeriod(byDevice.values()).toMillis();
    boolean slow = median > period.toMillis() && median <= LATEST * period.toMillis();
    long millis = slow ? median : period.toMillis();
    long end = devices.stream().mapToLong(Device::end).max().orElse(0);
    return new PowerTrace(devices, limits(millis, LONGEST_BRIDGE * millis), end);
  }

  /**
   * Return the trace that bridges gaps of any length by the samples beside them. It tells what the
   * energy was most likely; how much of that was measured, only the original tells.
   */
  public PowerTrace bridged() {
    return new PowerTrace(devices, limits(limits.periodMillis(), FOREVER), end);
  }

  private static TimeSeries.Limits limits(long periodMillis, long longestMillis) {
    return new TimeSeries.Limits(periodMillis, longestMillis, LAG_MILLIS);
  }

  /** Return the trace of those devices alone whose names begin with {@code kind}. */
  public PowerTrace only(String kind) {
    return new PowerTrace(
        devices.stream().filter(device -> device.name().startsWith(kind)).toList(), limits, end);
  }

  /** Return the devices that were read and never gave their power, in the order of the samples. */
  public List<String> silentDevices() {
    return devices.stream().filter(d -> d.power().isEmpty()).map(Device::name).toList();
  }

  /** Return what the energy counters tell, of each device that has one. */
  public List<CounterTrace> counters() {
    return devices.stream()
        .filter(device -> !device.energy().isEmpty())
        .map(
            device ->
                new CounterTrace(
                    device.name(),
                    device.energy(),
                    limits,
                    new PowerTrace(List.of(device), limits, end)))
        .toList();
  }

  /** Tell whether no sample gave a power. */
  public boolean isEmpty() {
    return devices.stream().allMatch(device -> device.power().isEmpty());
  }

  /**
   * Return what was seen between two moments in milliseconds since 1970. Where the second is not
   * after the first, nothing was.
   */
  public PowerWindow between(long fromMillis, long toMillis) {
    long to = Math.max(fromMillis, toMillis);
    List<TimeSeries.Integral> power = integrals(Device::power, fromMillis, to);
    List<TimeSeries.Integral> known = power.stream().filter(p -> p.coveredMillis() > 0).toList();
    return new PowerWindow(
        (to - fromMillis) / 1000.0,
        power.stream().mapToLong(TimeSeries.Integral::coveredMillis).min().orElse(0) / 1000.0,
        power.stream().mapToDouble(TimeSeries.Integral::sampledMillis).min().orElse(0) / 1000.0,
        sum(known, p -> p.area() / MILLIS_PER_HOUR),
        sum(known, TimeSeries.Integral::mean),
        largest(d -> d.temperature().lastAt(to, fromMillis - limits.longestMillis() - LAG_MILLIS)),
        utilization(fromMillis, to),
        largest(d -> memory(d, fromMillis, to)),
        power.stream().mapToInt(TimeSeries.Integral::gaps).sum(),
        power.stream().mapToLong(TimeSeries.Integral::longestGapMillis).max().orElse(0) / 1000.0);
  }

  /**
   * Return the last reading as a window of no length, with the power of the moment as its mean.
   * Devices that have been silent for more than five periods by then are left out.
   */
  public PowerWindow latest() {
    long oldest = end - limits.longestMillis() - LAG_MILLIS;
    double[] power = known(device -> device.power().lastAt(end, oldest));
    double[] utilization = known(device -> device.utilization().lastAt(end, oldest));
    return new PowerWindow(
        0,
        0,
        0,
        Double.NaN,
        power.length == 0 ? Double.NaN : Arrays.stream(power).sum(),
        largest(device -> device.temperature().lastAt(end, oldest)),
        Arrays.stream(utilization).average().orElse(Double.NaN),
        largest(device -> device.memory().lastAt(end, oldest)),
        0,
        0);
  }

  private List<TimeSeries.Integral> integrals(
      Function<Device, TimeSeries> quantity, long from, long to) {
    return devices.stream()
        .map(quantity)
        .filter(series -> !series.isEmpty() && to > from)
        .map(series -> series.integrate(from, to, limits))
        .toList();
  }

  private double utilization(long from, long to) {
    List<TimeSeries.Integral> known =
        integrals(Device::utilization, from, to).stream()
            .filter(u -> u.coveredMillis() > 0)
            .toList();
    return sum(known, TimeSeries.Integral::mean) / known.size();
  }

  /** Return the peak in the window; where it holds no sample, the last value before it. */
  private double memory(Device device, long from, long to) {
    double peak = device.memory().largest(from, to);
    return Double.isNaN(peak) ? device.memory().lastAt(to, from - limits.longestMillis()) : peak;
  }

  private double largest(ToDoubleFunction<Device> quantity) {
    return Arrays.stream(known(quantity)).max().orElse(Double.NaN);
  }

  /** Return a quantity of every device that has it. */
  private double[] known(ToDoubleFunction<Device> quantity) {
    return devices.stream().mapToDouble(quantity).filter(value -> !Double.isNaN(value)).toArray();
  }

  private static double sum(
      List<TimeSeries.Integral> integrals, ToDoubleFunction<TimeSeries.Integral> quantity) {
    return integrals.stream().mapToDouble(quantity).reduce(Double::sum).orElse(Double.NaN);
  }

  private static Map<String, List<PowerSample>> byDevice(List<PowerSample> samples) {
    Map<String, List<PowerSample>> devices = new LinkedHashMap<>();
    for (PowerSample sample : samples) {
      devices.computeIfAbsent(sample.device(), name -> new ArrayList<>()).add(sample);
    }
    return devices;
  }

  private static Duration medianPeriod(Collection<List<PowerSample>> devices) {
    long[] periods = devices.stream().flatMapToLong(PowerTrace::periods).sorted().toArray();
    return Duration.ofMillis(periods.length == 0 ? 1000 : periods[periods.length / 2]);
  }

  private static LongStream periods(List<PowerSample> samples) {
    long[] times =
        samples.stream().mapToLong(PowerSample::timeMillis).sorted().distinct().toArray();
    return LongStream.range(1, times.length).map(i -> times[(int) i] - times[(int) i - 1]);
  }

  /** The curves of one device. */
  private record Device(
      String name,
      long end,
      TimeSeries power,
      TimeSeries temperature,
      TimeSeries utilization,
      TimeSeries memory,
      TimeSeries energy) {
    static Device of(List<PowerSample> samples) {
      return new Device(
          samples.get(0).device(),
          samples.stream().mapToLong(PowerSample::timeMillis).max().orElse(0),
          TimeSeries.of(samples, PowerSample::powerW),
          TimeSeries.of(samples, PowerSample::temperatureC),
          TimeSeries.of(samples, PowerSample::utilizationPercent),
          TimeSeries.of(samples, PowerSample::memoryMiB),
          TimeSeries.of(samples, PowerSample::energyMillis, PowerSample::energyJ));
    }
  }
}
