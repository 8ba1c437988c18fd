package io.github.greenscreen.run.model;

import io.github.greenscreen.power.PowerSource;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * One row of {@code logs.csv}. Numbers that were not measured are NaN, and so are readings that
 * cannot be: power, energy, time, memory, and speed below zero, and accuracies outside 0 to 1.
 *
 * @param epoch {@code pre}, {@code 0}, {@code 1}, …, {@code post}
 * @param time local time at which the row was written
 * @param loss mean training loss of the epoch
 * @param accuracy training accuracy, 0 to 1
 * @param valLoss mean validation loss
 * @param valAccuracy validation accuracy, 0 to 1
 * @param gpuPowerW mean power of the GPUs in the epoch, in watts (in {@code pre}, {@code post} and
 *     folders of the study: at the time of the row)
 * @param gpuTempC temperature in degrees Celsius, last sample
 * @param gpuUtilPercent mean utilisation in the epoch, in percent
 * @param epochSeconds wall time of the epoch, training and validation
 * @param energyWh energy of all metered devices in the epoch, in watt-hours
 * @param gpuMemoryMiB peak device memory in the epoch, in MiB
 * @param cpuPowerW mean power of the CPUs in watts, otherwise like {@code gpuPowerW}
 * @param learningRate learning rate of the last step
 * @param imagesPerSecond training images per second, without validation
 * @param powerSource source of power and energy; none if they are unknown or the file does not name
 *     it
 */
public record EpochRow(
    String epoch,
    LocalDateTime time,
    double loss,
    double accuracy,
    double valLoss,
    double valAccuracy,
    double gpuPowerW,
    double gpuTempC,
    double gpuUtilPercent,
    double epochSeconds,
    double energyWh,
    double gpuMemoryMiB,
    double cpuPowerW,
    double learningRate,
    double imagesPerSecond,
    PowerSource powerSource) {
  /** The row before the first epoch. */
  public static final String PRE = "pre";

  /** The row after the last epoch of a training that ended. */
  public static final String POST = "post";

  public EpochRow {
    Objects.requireNonNull(epoch);
    Objects.requireNonNull(time);
    Objects.requireNonNull(powerSource);
    accuracy = share(accuracy);
    valAccuracy = share(valAccuracy);
    gpuPowerW = quantity(gpuPowerW);
    epochSeconds = quantity(epochSeconds);
    energyWh = quantity(energyWh);
    gpuMemoryMiB = quantity(gpuMemoryMiB);
    cpuPowerW = quantity(cpuPowerW);
    imagesPerSecond = quantity(imagesPerSecond);
  }

  private static double share(double value) {
    return value > 1 ? Double.NaN : quantity(value);
  }

  private static double quantity(double value) {
    return value < 0 ? Double.NaN : value;
  }

  /** Return the mean power of GPUs and CPUs in watts, of those that are known; NaN if none is. */
  public double powerW() {
    return DoubleStream.of(gpuPowerW, cpuPowerW)
        .filter(Double::isFinite)
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  /** Tell whether this row is a training epoch, not {@code pre} or {@code post}. */
  public boolean isTraining() {
    return !epoch.equals(PRE) && !epoch.equals(POST);
  }
}
