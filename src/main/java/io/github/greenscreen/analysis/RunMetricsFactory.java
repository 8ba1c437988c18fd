package io.github.greenscreen.analysis;

import io.github.greenscreen.run.EpochRow;
import io.github.greenscreen.run.RunEnergy;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Turns the log of a run into numbers, as section 8 of the design defines them. What was not
 * measured stays NaN: a run whose energy is incomplete has none, and where only the log tells, an
 * epoch without energy makes the energy of the whole run unknown.
 */
public final class RunMetricsFactory {
  private static final double SECONDS_PER_HOUR = 3600;

  private RunMetricsFactory() {}

  /** Return the metrics of {@code run} with accuracy weighed against energy. */
  public static RunMetrics of(RunRecord run) {
    return of(run, Cost.ENERGY);
  }

  /**
   * Return the metrics of {@code run} with accuracy weighed against {@code cost}. A run without a
   * single epoch gives NaN everywhere and −1 as its best epoch. The configuration is the whole one,
   * with seed, epochs and data set.
   */
  public static RunMetrics of(RunRecord run, Cost cost) {
    return of(run, cost, OptionalDouble.empty());
  }

  /** The same, with what it took to reach the accuracy {@code target}, 0 to 1, if any is asked. */
  static RunMetrics of(RunRecord run, Cost cost, OptionalDouble target) {
    List<EpochRow> epochs = run.epochs().stream().filter(EpochRow::isTraining).toList();
    double last = epochs.isEmpty() ? Double.NaN : epochs.get(epochs.size() - 1).valAccuracy();
    double tested = run.result().map(RunResult::testAccuracy).orElse(Double.NaN);
    double accuracy = EpochSummaries.isTested(run) ? tested : last;
    int best = bestIndex(epochs);
    double seconds = total(run.epochs(), false) + repeatedSeconds(run);
    RunEnergy known = RunEnergy.of(run.status());
    double energy = known.incomplete().isEmpty() ? energyWh(run, known) : Double.NaN;
    return new RunMetrics(
        run.name(),
        run.plan().whole(),
        epochs.size(),
        accuracy,
        best < 0 ? Double.NaN : epochs.get(best).valAccuracy(),
        best,
        tested,
        run.result().map(RunResult::testF1).orElse(Double.NaN),
        seconds,
        energy,
        energy / seconds * SECONDS_PER_HOUR,
        100 * accuracy / (cost == Cost.ENERGY ? energy : seconds),
        known,
        LegacyIntervalEnergy.meanWh(run.epochs()),
        run.powerSource(),
        new EpochSummaries(run, cost, target).of(accuracy, energy));
  }

  /** Return how long epochs took that were lost and trained again: their energy counts, too. */
  private static double repeatedSeconds(RunRecord run) {
    return run.status().seconds().getOrDefault("repeated", 0.0);
  }

  /** Return what was added up after training; older folders have only the energy of epochs. */
  private static double energyWh(RunRecord run, RunEnergy known) {
    return known.isComplete() ? known.grossWh() : total(run.epochs(), true);
  }

  /** Return the first epoch of the best validation accuracy, or −1 where none is a number. */
  private static int bestIndex(List<EpochRow> epochs) {
    int best = -1;
    for (int i = 0; i < epochs.size(); i++) {
      double accuracy = epochs.get(i).valAccuracy();
      if (!Double.isNaN(accuracy) && (best < 0 || accuracy > epochs.get(best).valAccuracy())) {
        best = i;
      }
    }
    return best;
  }

  /** Sum seconds or energy over the epochs; a sum that is not above zero is no measurement. */
  private static double total(List<EpochRow> rows, boolean energy) {
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).isTraining()) {
        double seconds = seconds(rows, i);
        sum += energy ? energyWh(rows.get(i), seconds) : seconds;
      }
    }
    return sum > 0 && Double.isFinite(sum) ? sum : Double.NaN;
  }

  /** Return the power of all devices at a row, NaN where none is known. */
  static double powerW(EpochRow row) {
    if (Double.isNaN(row.gpuPowerW())) {
      return row.cpuPowerW();
    }
    return row.gpuPowerW() + (Double.isNaN(row.cpuPowerW()) ? 0 : row.cpuPowerW());
  }

  /**
   * Return how long the epoch of row {@code i} took. Logs of the study do not say, so the time
   * since the row before counts; NaN where there is no row before or the clock ran backwards.
   */
  static double seconds(List<EpochRow> rows, int i) {
    EpochRow row = rows.get(i);
    if (!Double.isNaN(row.epochSeconds())) {
      return row.epochSeconds();
    }
    if (i == 0) {
      return Double.NaN;
    }
    double gap = Duration.between(rows.get(i - 1).time(), row.time()).toMillis() / 1000.0;
    return gap < 0 ? Double.NaN : gap;
  }

  /**
   * Return the energy of one epoch. A row that knows its seconds was written together with its
   * energy, so a gap there is never bridged by its power; only rows of the study are.
   */
  static double energyWh(EpochRow row, double seconds) {
    boolean study = Double.isNaN(row.epochSeconds()) && Double.isNaN(row.energyWh());
    return study ? row.gpuPowerW() * seconds / SECONDS_PER_HOUR : row.energyWh();
  }
}
