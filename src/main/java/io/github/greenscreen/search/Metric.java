package io.github.greenscreen.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a sweep of training runs may improve or limit, each with the way in which it is better. */
public enum Metric {
  /** Validation accuracy of the last epoch, a share. */
  VAL_ACCURACY("val_accuracy", Direction.MAXIMIZE),
  /** Validation loss of the last epoch. */
  VAL_LOSS("val_loss", Direction.MINIMIZE),
  /** Training accuracy of the last epoch, a share. */
  ACCURACY("accuracy", Direction.MAXIMIZE),
  /** Training loss of the last epoch. */
  LOSS("loss", Direction.MINIMIZE),
  /** Energy of all epochs in watt-hours. */
  ENERGY("energy_Wh", Direction.MINIMIZE),
  /** Mean power of the epochs in watts. */
  POWER("power_W", Direction.MINIMIZE),
  /** Highest memory of the GPU in MiB. */
  GPU_MEMORY("gpu_memory_MiB", Direction.MINIMIZE),
  /** Mean seconds of an epoch. */
  EPOCH_SECONDS("epoch_seconds", Direction.MINIMIZE),
  /** Validation accuracy in percent per watt-hour. */
  EFFICIENCY("efficiency", Direction.MAXIMIZE);

  private final String spelling;
  private final Direction goal;

  Metric(String spelling, Direction goal) {
    this.spelling = spelling;
    this.goal = goal;
  }

  /** Return the spelling in {@code config.yaml}, that of {@code logs.csv} where it has it. */
  public String spelling() {
    return spelling;
  }

  /** Return which way it is better. */
  public Direction goal() {
    return goal;
  }

  /** Return the metrics that {@code constraints} of {@code config.yaml} may bound. */
  public static List<Metric> bounded() {
    return List.of(POWER, ENERGY, GPU_MEMORY, EPOCH_SECONDS);
  }

  /** Return the metric spelled {@code text} if there is one. */
  public static Optional<Metric> find(String text) {
    return Arrays.stream(values()).filter(metric -> metric.spelling.equals(text)).findFirst();
  }

  /** Return the spellings of {@code metrics} in their order. */
  public static List<String> spellings(List<Metric> metrics) {
    return metrics.stream().map(metric -> metric.spelling).toList();
  }
}
