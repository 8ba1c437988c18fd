package io.github.greenscreen.power;

import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The registry of meters: a new meter is one class and one constant. */
public enum MeterKind {
  /** The best meter that answers on this machine, else none. */
  AUTO(
      "auto",
      environment -> {
        NvidiaSmiMeter meter = new NvidiaSmiMeter(environment, PowerSampler.DEFAULT_PERIOD);
        return meter.read().isEmpty() ? new NoMeter() : meter;
      }),
  /** NVIDIA's command-line tool, whether it answers now or not. */
  NVIDIA_SMI(
      "nvidia-smi", environment -> new NvidiaSmiMeter(environment, PowerSampler.DEFAULT_PERIOD)),
  /** Measure nothing. */
  NONE("none", environment -> new NoMeter());

  private final String spelling;
  private final Factory factory;

  MeterKind(String spelling, Factory factory) {
    this.spelling = spelling;
    this.factory = factory;
  }

  /** Return the kind spelled {@code text}, if there is one. */
  public static Optional<MeterKind> find(String text) {
    return Arrays.stream(values()).filter(kind -> kind.spelling.equals(text)).findFirst();
  }

  /** Return the spelling on the command line. */
  public String spelling() {
    return spelling;
  }

  /** Open the meter in the environment of this process. */
  public PowerMeter open() {
    return open(System.getenv());
  }

  /**
   * Open the meter as if {@code environment} were that of this process: {@code PATH} says where
   * tools are, {@code CUDA_VISIBLE_DEVICES} which GPUs count.
   */
  public PowerMeter open(Map<String, String> environment) {
    return factory.open(environment);
  }

  /** Opens a meter in an environment. */
  @Immutable
  @FunctionalInterface
  private interface Factory {
    PowerMeter open(Map<String, String> environment);
  }
}
