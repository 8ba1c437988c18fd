package io.github.greenscreen.analysis.metrics;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.TimedPhase;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Computes the metrics of a run from its log. Values that were not measured stay NaN: a run with
 * incomplete energy has none, and if only the log records energy, one epoch without it makes the
 * energy of the run unknown.
 */
public final class RunMetricsFactory {
  private static final double SECONDS_PER_HOUR = 3600;

  private RunMetricsFactory() {}

  /** Return the metrics of {@code run}, with efficiency in terms of energy. */
  public static RunMetrics of(RunRecord run) {
    return of(run, Cost.ENERGY);
  }

  /**
   * Return the metrics of {@code run}, with efficiency in terms of {@code cost}. A run without
   * epochs has NaN everywhere and −1 as its best epoch. The configuration is complete, with seed,
   * epochs and data set.
   */
  public static RunMetrics of(RunRecord run, Cost cost) {
    return of(run, cost, OptionalDouble.empty());
  }

  /**
   * Return the metrics, including those of reaching the accuracy {@code target}, 0 to 1, if
   * present.
   */
  public static RunMetrics of(RunRecord run, Cost cost, OptionalDouble target) {
    List<EpochRow> epochs = run.epochs().stream().filter(EpochRow::isTraining).toList();
    double last = epochs.isEmpty() ? Double.NaN : epochs.get(epochs.size() - 1).valAccuracy();
    double tested = run.result().map(RunResult::testAccuracy).orElse(Double.NaN);
    double accuracy = EpochSummaries.isTested(run) ? tested : last;
    int best = bestIndex(epochs);
    double seconds = total(run.epochs(), false) + repeatedSeconds(run);
    RunEnergy known = known(run);
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

  /** Return the seconds of epochs that were lost and repeated; their energy counts too. */
  private static double repeatedSeconds(RunRecord run) {
    return run.status().seconds().getOrDefault(TimedPhase.REPEATED.configName(), 0.0);
  }

  /**
   * Return the energy record of {@code run}, as incomplete if only its log has energies and lacks
   * some.
   */
  private static RunEnergy known(RunRecord run) {
    RunEnergy known = run.status().measurements().energy();
    if (known.isComplete()) {
      return known;
    }
    List<EpochRow> rows = run.epochs();
    long epochs = rows.stream().filter(EpochRow::isTraining).count();
    long measured =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).isTraining())
            .filter(i -> Double.isFinite(energyWh(rows.get(i), seconds(rows, i))))
            .count();
    boolean lacks = measured > 0 && measured < epochs && known.incomplete().isEmpty();
    return known.sharing(
        lacks ? "its log has the energy of %s of %s epochs".formatted(measured, epochs) : "");
  }

  /** Return the total recorded after training; older folders record only the energy of epochs. */
  private static double energyWh(RunRecord run, RunEnergy known) {
    return known.isComplete() ? known.grossWh() : total(run.epochs(), true);
  }

  /** Return the index of the first epoch with the best validation accuracy; −1 if there is none. */
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

  /** Sum seconds or energy over the epochs; NaN if the sum is not positive. */
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

  /** Return the power of all devices in a row; NaN if unknown. */
  static double powerW(EpochRow row) {
    if (Double.isNaN(row.gpuPowerW())) {
      return row.cpuPowerW();
    }
    return row.gpuPowerW() + (Double.isNaN(row.cpuPowerW()) ? 0 : row.cpuPowerW());
  }

  /**
   * Return the duration of the epoch of row {@code i} in seconds. Logs of the study do not record
   * it, so the time since the previous row is used; NaN if there is no previous row or the clock
   * ran backwards.
   */
  public static double seconds(List<EpochRow> rows, int i) {
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
   * Return the energy of one epoch in watt-hours. A row with recorded seconds was written together
   * with its energy, so missing energy is never derived from power; only rows of the study are
   * treated that way.
   */
  public static double energyWh(EpochRow row, double seconds) {
    boolean study = Double.isNaN(row.epochSeconds()) && Double.isNaN(row.energyWh());
    return study ? row.gpuPowerW() * seconds / SECONDS_PER_HOUR : row.energyWh();
  }
}
