package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.MeterErrorLog;
import io.github.greenscreen.power.PowerAverage;
import io.github.greenscreen.power.PowerBounds;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.nvidia.Gpu;
import io.github.greenscreen.power.nvidia.GpuProcess;
import io.github.greenscreen.power.nvml.NvmlCode;
import io.github.greenscreen.power.nvml.NvmlDevice;
import io.github.greenscreen.power.nvml.NvmlException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One GPU that is read through NVML. Missing values are NaN; the reason for a missing power is
 * logged. The first field in which the GPU reports its power remains its power field, because the
 * fields differ in meaning. Read by one thread at a time.
 */
final class NvmlGpu {
  private static final double BYTES_PER_MIB = 1024.0 * 1024;

  private final Gpu gpu;
  private final NvmlDevice device;
  private final MeterErrorLog errorLog;
  private final PowerAverage average = new PowerAverage();
  private volatile NvmlPowerField power;
  private volatile boolean counts;

  NvmlGpu(Gpu gpu, NvmlDevice device, MeterErrorLog errorLog) {
    this.gpu = gpu;
    this.device = device;
    this.errorLog = errorLog;
  }

  /** Return the GPU. */
  Gpu gpu() {
    return gpu;
  }

  /** Return its power field, or empty if it has never reported its power. */
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
   * Read all values. The sample is stamped {@code timeMillis}, or half a second earlier if its
   * power is an average; the energy counter is always that of {@code timeMillis}.
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

  /** Return the processes that compute on it; empty if NVML does not report them. */
  List<GpuProcess> processes() {
    try {
      return device.computeProcesses().stream().map(pid -> new GpuProcess(pid, "")).toList();
    } catch (NvmlException e) {
      return List.of();
    }
  }

  /**
   * Check once more whether the average is a true one. It is read again after the instantaneous
   * power, because the comparison is invalid if it has changed in between.
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
    String problem = "";
    boolean hasSensor = power != null;
    for (NvmlPowerField field :
        power == null ? NvmlPowerField.values() : new NvmlPowerField[] {power}) {
      try {
        double watts = field.milliwatts(device) / 1000.0;
        if (PowerBounds.isPlausible(watts)) {
          power = field;
          return watts;
        }
        hasSensor = true;
        problem =
            String.format(
                Locale.ROOT, "%s is %s W, %s", field.configName(), watts, PowerBounds.EXPECTED);
      } catch (NvmlException e) {
        hasSensor |= e.code().filter(code -> code == NvmlCode.NOT_SUPPORTED).isEmpty();
        problem = e.getMessage();
      }
    }
    String reason = "no power of %s: %s".formatted(gpu.device(), problem);
    errorLog.say(hasSensor ? reason : Gpu.withoutSensor(reason));
    return Double.NaN;
  }

  /** Read a number that is not negative. */
  private static double number(LongSupplier question) {
    try {
      long value = question.getAsLong();
      return value < 0 ? Double.NaN : value;
    } catch (NvmlException e) {
      return Double.NaN;
    }
  }
}
