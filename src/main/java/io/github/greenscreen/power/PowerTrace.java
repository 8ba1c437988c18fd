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
 * two moments is computed.
 *
 * <p>Energy of a device from a to b is ∫P dt by the trapezoidal rule: Σ (Pᵢ + Pᵢ₊₁) ÷ 2 × (tᵢ₊₁ −
 * tᵢ) over adjacent samples, with P at a and b interpolated linearly. Before the first and after
 * the last sample of the trace, the power is assumed constant. If samples are missing for more than
 * five periods, nothing is assumed: that interval is a gap, which is counted and excluded. The
 * energies of the devices are added. A device that never reported its power is ignored. Samples
 * that are means over a second arrive half a second late, so the interval at the end may be longer
 * by that time. Immutable.
 */
public final class PowerTrace {
  private static final int LONGEST_BRIDGE = 5;

  /** Maximum distance of samples, in periods, that a slow meter explains without lost samples. */
  static final double LATEST = 1.75;

  /** Maximum age of the newest sample at the time of reading. */
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
   * Create a trace of {@code samples} in any order. The period is the median time between adjacent
   * samples of a device, or one second if there are fewer than two.
   */
  public static PowerTrace of(List<PowerSample> samples) {
    return of(samples, medianPeriod(byDevice(samples).values()));
  }

  /**
   * Create a trace of {@code samples} in any order, read every {@code period}. A meter may be
   * slower than requested: if most samples are up to 1.75 periods apart, that distance is the
   * period.
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
   * Return the trace with gaps of any length bridged by the adjacent samples. It gives the most
   * likely energy; only the original trace shows how much of it was measured.
   */
  public PowerTrace bridged() {
    return new PowerTrace(devices, limits(limits.periodMillis(), FOREVER), end);
  }

  private static TimeSeries.Limits limits(long periodMillis, long longestMillis) {
    return new TimeSeries.Limits(periodMillis, longestMillis, LAG_MILLIS);
  }

  /** Return the trace of the devices whose names begin with {@code kind}. */
  public PowerTrace only(String kind) {
    return new PowerTrace(
        devices.stream().filter(device -> device.name().startsWith(kind)).toList(), limits, end);
  }

  /**
   * Return the devices that were read but never reported their power, in the order of the samples.
   */
  public List<String> silentDevices() {
    return devices.stream().filter(d -> d.power().isEmpty()).map(Device::name).toList();
  }

  /** Return the energy counters, one for each device that has one. */
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

  /** Return whether no sample contains a power. */
  public boolean isEmpty() {
    return devices.stream().allMatch(device -> device.power().isEmpty());
  }

  /**
   * Return the window between two moments in milliseconds since 1970. It is empty if the second is
   * not after the first.
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
   * Return the power of all devices at the moments of all samples, in ascending order of time. The
   * area under this curve is the energy: between two moments it is a straight line, and across a
   * gap, which has a point of its own, it is unknown.
   */
  public List<TotalPower> total() {
    List<TimeSeries> known = devices.stream().map(Device::power).filter(p -> !p.isEmpty()).toList();
    long[] moments =
        known.stream().flatMapToLong(p -> LongStream.of(p.times())).sorted().distinct().toArray();
    List<TotalPower> total = new ArrayList<>();
    for (int i = 0; i < moments.length; i++) {
      if (i > 0 && limits.isGap(moments[i] - moments[i - 1])) {
        total.add(new TotalPower(moments[i - 1] + 1, Double.NaN));
      }
      long moment = moments[i];
      double watts = known.stream().mapToDouble(p -> p.assumedAt(moment, limits)).sum();
      total.add(new TotalPower(moment, watts));
    }
    return total;
  }

  /**
   * Return the last reading as a window of zero length, with the power at that moment as its mean.
   * Devices that have been silent for more than five periods by then are excluded.
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

  /** Return the peak in the window; if it contains no sample, the last value before it. */
  private double memory(Device device, long from, long to) {
    double peak = device.memory().largest(from, to);
    return Double.isNaN(peak) ? device.memory().lastAt(to, from - limits.longestMillis()) : peak;
  }

  private double largest(ToDoubleFunction<Device> quantity) {
    return Arrays.stream(known(quantity)).max().orElse(Double.NaN);
  }

  /** Return a quantity of every device for which it is known. */
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
