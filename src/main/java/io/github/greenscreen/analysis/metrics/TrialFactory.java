package io.github.greenscreen.analysis.metrics;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.ProfileResult;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.search.Trial;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converts runs to the trials that samplers and early stoppers see. Metrics are named like columns:
 * {@code val_accuracy}, {@code energy_Wh}, {@code power_W}, {@code gpu_memory_MiB} (highest),
 * {@code epoch_seconds} (mean), {@code seconds}, {@code efficiency}, {@code test_accuracy} and so
 * on; an epoch has {@code loss}, {@code accuracy}, {@code val_loss}, {@code val_accuracy}, {@code
 * epoch_seconds}, {@code energy_Wh}, {@code power_W} and {@code gpu_memory_MiB}. Metrics that were
 * not measured are omitted.
 *
 * <p>Energy and seconds of a stopped run are extrapolated to all its epochs, so that a run does not
 * look frugal because it was stopped.
 */
public final class TrialFactory {
  private static final double SECONDS_PER_HOUR = 3600;

  private TrialFactory() {}

  /** Return {@code run} as trial {@code number} of its sweep, from 1. */
  public static Trial of(RunRecord run, int number) {
    if (run.status().purpose() == RunPurpose.PROFILE) {
      return profiled(run, number);
    }
    RunMetrics metrics = RunMetricsFactory.of(run);
    List<Map<String, Double>> curve = curve(run.epochs());
    Map<String, Double> whole = new HashMap<>();
    put(whole, "val_accuracy", metrics.detail().valAccuracy());
    put(whole, "best_val_accuracy", metrics.bestAccuracy());
    put(whole, "test_accuracy", metrics.testAccuracy());
    put(whole, "test_f1", metrics.testF1());
    double share = share(run, metrics);
    put(whole, "seconds", metrics.seconds() / share);
    put(whole, "energy_Wh", metrics.energyWh() / share);
    put(whole, "power_W", metrics.powerW());
    put(whole, "efficiency", metrics.efficiency() * share);
    last(whole, "loss", curve);
    last(whole, "accuracy", curve);
    last(whole, "val_loss", curve);
    put(whole, "gpu_memory_MiB", over("gpu_memory_MiB", curve).getMax());
    put(whole, "epoch_seconds", metrics.seconds() / metrics.epochs());
    // A violated limit counts even if it was exceeded before the first epoch ended.
    run.status()
        .measurements()
        .violation()
        .ifPresent(broken -> whole.merge(broken.metric(), broken.measured(), Math::max));
    return new Trial(number, run.plan().whole(), state(run.status().state()), whole, curve);
  }

  /**
   * Return the completed runs of baseline and sweep among {@code runs}, by name, as trials numbered
   * from 1.
   */
  public static List<Trial> completed(List<RunRecord> runs) {
    List<Trial> trials = new ArrayList<>();
    for (RunRecord run : RunSelection.of(runs).runs()) {
      trials.add(of(run, trials.size() + 1));
    }
    return trials;
  }

  /**
   * Return the trial of a profiling run. If it ended before its profile was complete, the metrics
   * of its epochs are used.
   */
  private static Trial profiled(RunRecord run, int number) {
    Optional<ProfileResult> profile = run.status().measurements().profile();
    Map<String, Double> whole = new HashMap<>();
    put(whole, "power_W", RunMetricsFactory.of(run).powerW());
    put(whole, "gpu_memory_MiB", over("gpu_memory_MiB", curve(run.epochs())).getMax());
    profile.ifPresent(
        measured -> {
          put(whole, "power_W", measured.powerW());
          put(whole, "gpu_memory_MiB", measured.gpuMemoryMiB());
        });
    return new Trial(number, run.plan().whole(), Trial.State.PROFILED, whole, List.of());
  }

  /** Return the share of its epochs that a stopped run has trained; 1 for all other runs. */
  private static double share(RunRecord run, RunMetrics metrics) {
    int planned = run.plan().epochs().orElse(metrics.epochs());
    boolean stopped = run.status().state() == RunState.STOPPED && metrics.epochs() < planned;
    return stopped ? metrics.epochs() / (double) planned : 1;
  }

  private static Trial.State state(RunState state) {
    return switch (state) {
      case COMPLETED -> Trial.State.COMPLETED;
      case STOPPED -> Trial.State.STOPPED;
      case FAILED, INCOMPLETE -> Trial.State.FAILED;
      case WAITING, RUNNING, INTERRUPTED -> Trial.State.PENDING;
    };
  }

  private static List<Map<String, Double>> curve(List<EpochRow> rows) {
    List<Map<String, Double>> curve = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).isTraining()) {
        curve.add(epoch(rows.get(i), RunMetricsFactory.seconds(rows, i)));
      }
    }
    return curve;
  }

  private static Map<String, Double> epoch(EpochRow row, double seconds) {
    Map<String, Double> epoch = new HashMap<>();
    put(epoch, "loss", row.loss());
    put(epoch, "accuracy", row.accuracy());
    put(epoch, "val_loss", row.valLoss());
    put(epoch, "val_accuracy", row.valAccuracy());
    put(epoch, "epoch_seconds", seconds);
    double energyWh = RunMetricsFactory.energyWh(row, seconds);
    put(epoch, "energy_Wh", energyWh);
    put(epoch, "power_W", energyWh / seconds * SECONDS_PER_HOUR);
    put(epoch, "gpu_memory_MiB", row.gpuMemoryMiB());
    return epoch;
  }

  private static void last(
      Map<String, Double> whole, String name, List<Map<String, Double>> curve) {
    if (!curve.isEmpty()) {
      put(whole, name, curve.get(curve.size() - 1).getOrDefault(name, Double.NaN));
    }
  }

  private static DoubleSummaryStatistics over(String name, List<Map<String, Double>> curve) {
    return curve.stream()
        .filter(epoch -> epoch.containsKey(name))
        .mapToDouble(epoch -> epoch.get(name))
        .summaryStatistics();
  }

  private static void put(Map<String, Double> metrics, String name, double value) {
    if (Double.isFinite(value)) {
      metrics.put(name, value);
    }
  }
}
