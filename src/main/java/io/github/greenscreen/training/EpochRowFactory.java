package io.github.greenscreen.training;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.power.PowerWindow;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.training.energy.PowerRecorder;
import io.github.greenscreen.training.engine.EpochResult;
import java.time.Clock;
import java.time.LocalDateTime;

/**
 * Creates rows of the log from the result of an epoch and the power samples of exactly its time.
 * Energy is that of all devices; the other columns are those of the GPUs and of the CPUs.
 */
final class EpochRowFactory {
  private static final double NONE = Double.NaN;
  private static final String GPUS = "GPU";
  private static final String CPUS = "CPU";

  private final PowerRecorder power;
  private final Clock clock;

  /** Read power from {@code power} and the local time from {@code clock}. */
  EpochRowFactory(PowerRecorder power, Clock clock) {
    this.power = power;
    this.clock = clock;
  }

  /** Return the row of a finished epoch. */
  EpochRow of(EpochResult result) {
    PowerTrace trace = power.trace(result.startMillis(), result.endMillis());
    PowerWindow window = trace.between(result.startMillis(), result.endMillis());
    PowerWindow gpus = trace.only(GPUS).between(result.startMillis(), result.endMillis());
    PowerWindow cpus = trace.only(CPUS).between(result.startMillis(), result.endMillis());
    return new EpochRow(
        Integer.toString(result.epoch()),
        LocalDateTime.now(clock),
        result.loss(),
        result.accuracy(),
        result.validationLoss(),
        result.validationAccuracy(),
        gpus.meanPowerW(),
        gpus.temperatureC(),
        gpus.utilizationPercent(),
        window.seconds() > 0 ? window.seconds() : result.trainSeconds() + result.validateSeconds(),
        window.energyWh(),
        gpus.memoryMiB(),
        cpus.meanPowerW(),
        result.learningRate(),
        result.trainSeconds() > 0 ? result.images() / result.trainSeconds() : NONE,
        source(window));
  }

  /**
   * Return a row for the current time, with zeros for training metrics, as the study wrote them.
   */
  EpochRow idle(String name) {
    PowerTrace trace = power.trace();
    PowerWindow gpus = trace.only(GPUS).latest();
    return new EpochRow(
        name,
        LocalDateTime.now(clock),
        0,
        0,
        0,
        0,
        gpus.meanPowerW(),
        gpus.temperatureC(),
        gpus.utilizationPercent(),
        NONE,
        NONE,
        gpus.memoryMiB(),
        trace.only(CPUS).latest().meanPowerW(),
        NONE,
        NONE,
        source(trace.latest()));
  }

  private PowerSource source(PowerWindow window) {
    return Double.isNaN(window.meanPowerW()) ? PowerSource.NONE : power.source();
  }
}
