package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.MeterErrorLog;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.nvidia.NvidiaSmi;
import io.github.greenscreen.power.rapl.RaplMeter;
import io.github.greenscreen.power.rapl.RaplZone;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Chooses the best meter that answers, or that may answer later. */
final class AutoMeter {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final String NO_GPU = "No devices were found";

  private AutoMeter() {}

  /**
   * Open the meter of the GPUs (NVML if it works, else {@code nvidia-smi}), else that of the
   * processors, else none.
   */
  static PowerMeter open(MeterEnvironment place) {
    Optional<PowerMeter> nvml = nvml(place);
    if (nvml.isPresent()) {
      return nvml.get();
    }
    if (mayHaveGpu(place)) {
      return MeterType.nvidiaSmi(place);
    }
    if (RaplZone.all(place.powercap()).isEmpty()) {
      return new NullMeter();
    }
    RaplMeter rapl = MeterType.rapl(place);
    return rapl.answers() ? rapl : new NullMeter();
  }

  /** Try NVML on another thread, because a failing driver may never answer. */
  private static Optional<PowerMeter> nvml(MeterEnvironment place) {
    NvmlMeter meter = new NvmlMeter(place);
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    Thread asker = new Thread(() -> answer.complete(answers(meter)), "nvml probe");
    asker.setDaemon(true);
    asker.start();
    try {
      if (answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.of(meter);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // It does not answer, so another meter must.
    }
    meter.close();
    return Optional.empty();
  }

  private static boolean answers(NvmlMeter meter) {
    try {
      return meter.answers();
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  /** A driver that fails now may recover, so only an explicit answer counts as no GPU. */
  private static boolean mayHaveGpu(MeterEnvironment place) {
    MeterErrorLog errorLog = new MeterErrorLog(NvidiaSmi.NAME);
    NvidiaSmi tool = new NvidiaSmi(place.environment(), TIMEOUT, errorLog);
    if (tool.devices().none() || tool.find().isEmpty()) {
      return false;
    }
    boolean gpus = tool.visible().filter(list -> !list.isEmpty()).isPresent();
    return gpus || errorLog.reasons().stream().noneMatch(reason -> reason.contains(NO_GPU));
  }
}
