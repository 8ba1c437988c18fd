package io.github.greenscreen.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The metrics of training runs that a sweep can optimise or constrain, each with its direction. */
public enum Metric {
  /** Validation accuracy of the last epoch, 0 to 1. */
  VAL_ACCURACY("val_accuracy", Direction.MAXIMIZE),
  /** Validation loss of the last epoch. */
  VAL_LOSS("val_loss", Direction.MINIMIZE),
  /** Training accuracy of the last epoch, 0 to 1. */
  ACCURACY("accuracy", Direction.MAXIMIZE),
  /** Training loss of the last epoch. */
  LOSS("loss", Direction.MINIMIZE),
  /** Energy of all epochs in watt-hours. */
  ENERGY("energy_Wh", Direction.MINIMIZE),
  /** Mean power of the epochs in watts. */
  POWER("power_W", Direction.MINIMIZE),
  /** Peak GPU memory in MiB. */
  GPU_MEMORY("gpu_memory_MiB", Direction.MINIMIZE),
  /** Mean duration of an epoch in seconds. */
  EPOCH_SECONDS("epoch_seconds", Direction.MINIMIZE),
  /** Validation accuracy in percent per watt-hour. */
  EFFICIENCY("efficiency", Direction.MAXIMIZE);

  private final String configName;
  private final Direction goal;

  Metric(String configName, Direction goal) {
    this.configName = configName;
    this.goal = goal;
  }

  /** Return the spelling in {@code config.yaml}, which {@code logs.csv} shares for its columns. */
  public String configName() {
    return configName;
  }

  /** Return the direction in which the metric is better. */
  public Direction goal() {
    return goal;
  }

  /** Return the metrics that {@code constraints} in {@code config.yaml} may bound. */
  public static List<Metric> bounded() {
    return List.of(POWER, ENERGY, GPU_MEMORY, EPOCH_SECONDS);
  }

  /** Return the metric spelled {@code text} if it exists. */
  public static Optional<Metric> find(String text) {
    return Arrays.stream(values()).filter(metric -> metric.configName.equals(text)).findFirst();
  }

  /** Return the spellings of {@code metrics} in their order. */
  public static List<String> configNames(List<Metric> metrics) {
    return metrics.stream().map(metric -> metric.configName).toList();
  }
}
