package io.github.greenscreen.power;

import io.github.greenscreen.power.nvml.NvmlDevice;
import io.github.greenscreen.power.nvml.NvmlException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One GPU that is read through NVML. What it does not tell is NaN; what it says instead of its
 * power goes to the log. The first way in which it tells its power stays its way, since they mean
 * different things. Read by one thread at a time.
 */
final class NvmlGpu {
  private static final double BYTES_PER_MIB = 1024.0 * 1024;

  /** No board draws 100 kW; NVML has −1 for what it does not know. */
  private static final long MOST_MILLIWATTS = 100_000_000;

  private final Gpu gpu;
  private final NvmlDevice device;
  private final MeterErrorLog complaints;
  private final PowerAverage average = new PowerAverage();
  private volatile NvmlPowerField power;
  private volatile boolean counts;

  NvmlGpu(Gpu gpu, NvmlDevice device, MeterErrorLog complaints) {
    this.gpu = gpu;
    this.device = device;
    this.complaints = complaints;
  }

  /** Return which GPU it is. */
  Gpu gpu() {
    return gpu;
  }

  /** Return what its power came from, empty where it never told. */
  Optional<NvmlPowerField> power() {
    return Optional.ofNullable(power);
  }

  /** Return whether its power is a mean over a second, whose middle stamps its samples. */
  boolean averages() {
    return average.isOne();
  }

  /** Return whether its energy counter has answered. */
  boolean counts() {
    return counts;
  }

  /**
   * Ask for everything. The sample is stamped {@code timeMillis}, or half a second earlier where
   * its power is an average; the energy counter is always that of {@code timeMillis}.
   */
  PowerSample sample(long timeMillis) {
    double watts = watts();
    compare(watts);
    double joules = number(device::energyMillijoules) / 1000;
    counts |= Double.isFinite(joules);
    return new PowerSample(
        timeMillis - average.lagMillis(),
        gpu.device(),
        watts,
        number(device::temperatureC),
        number(device::utilizationPercent),
        number(device::memoryBytes) / BYTES_PER_MIB,
        joules,
        timeMillis);
  }

  /** Return who computes on it; nobody where NVML does not tell. */
  List<GpuProcess> processes() {
    try {
      return device.computeProcesses().stream().map(pid -> new GpuProcess(pid, "")).toList();
    } catch (NvmlException e) {
      return List.of();
    }
  }

  /**
   * Look once more for an average that is none. It is asked for again after the power of the
   * moment, for nothing follows where it has changed in between.
   */
  private void compare(double watts) {
    if (power == NvmlPowerField.AVERAGE && Double.isFinite(watts) && !average.isOne()) {
      double instant = number(() -> NvmlPowerField.INSTANT.milliwatts(device)) / 1000;
      double again = number(() -> NvmlPowerField.AVERAGE.milliwatts(device)) / 1000;
      if (again == watts) {
        average.compare(watts, instant);
      }
    }
  }

  private double watts() {
    NvmlException problem = null;
    for (NvmlPowerField way :
        power == null ? NvmlPowerField.values() : new NvmlPowerField[] {power}) {
      try {
        long milliwatts = way.milliwatts(device);
        // A GPU that answers draws power: a zero at first means that this is not how it tells.
        if (milliwatts <= MOST_MILLIWATTS && (milliwatts > 0 || way == power)) {
          power = way;
          return milliwatts / 1000.0;
        }
        problem = null;
      } catch (NvmlException e) {
        problem = e;
      }
    }
    complaints.say(
        "no power of %s: %s"
            .formatted(gpu.device(), problem == null ? "implausible value" : problem.getMessage()));
    return Double.NaN;
  }

  /** Ask for a number that is not below zero. */
  private static double number(LongSupplier question) {
    try {
      long value = question.getAsLong();
      return value < 0 ? Double.NaN : value;
    } catch (NvmlException e) {
      return Double.NaN;
    }
  }
}
