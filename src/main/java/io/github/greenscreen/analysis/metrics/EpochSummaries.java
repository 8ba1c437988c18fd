package io.github.greenscreen.analysis.metrics;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.evaluation.ClassificationScores;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.PowerSampling;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunResult;
import java.util.List;
import java.util.OptionalDouble;

/** Computes the {@link EpochMetrics} of a run in one pass over its epochs. */
final class EpochSummaries {
  /** Key of a fact in {@code status.yaml}. */
  private static final String IMAGES = "training_images";

  private static final double JOULES_PER_WH = 3600;

  private final RunRecord run;
  private final Cost cost;
  private final double target;
  private int epoch;
  private double energy;
  private double seconds;
  private double best = Double.NEGATIVE_INFINITY;
  private double bestWh = Double.NaN;
  private double bestSeconds = Double.NaN;
  private int targetEpoch = -1;
  private double targetWh = Double.NaN;
  private double targetSeconds = Double.NaN;
  private int peakEpoch = -1;
  private double peakAccuracy = Double.NaN;
  private double peak;

  /**
   * Create the computation for {@code run}.
   *
   * @param cost cost that accuracy is weighed against
   * @param target target accuracy, 0 to 1, if any
   */
  EpochSummaries(RunRecord run, Cost cost, OptionalDouble target) {
    this.run = run;
    this.cost = cost;
    this.target = target.orElse(Double.NaN);
  }

  /**
   * Return whether {@code run} was quantised after its last validation. This holds only for folders
   * of the study, whose validation accuracy is that of a model that was not delivered.
   */
  static boolean isTested(RunRecord run) {
    return run.plan().configuration().find("internal").orElse("").equals("post_quantization")
        && run.result().map(RunResult::testAccuracy).filter(Double::isFinite).isPresent()
        && run.epochs().stream().allMatch(row -> Double.isNaN(row.epochSeconds()));
  }

  /**
   * Return the metrics of a run with gross energy {@code energyWh} that delivers {@code accuracy}.
   */
  EpochMetrics of(double accuracy, double energyWh) {
    double last = Double.NaN;
    double highest = Double.NaN;
    List<EpochRow> rows = run.epochs();
    for (int i = 0; i < rows.size(); i++) {
      EpochRow row = rows.get(i);
      double power = RunMetricsFactory.powerW(row);
      highest = Double.isNaN(highest) || power > highest ? power : highest;
      if (row.isTraining()) {
        add(row, RunMetricsFactory.seconds(rows, i));
        last = row.valAccuracy();
      }
    }
    boolean reached = accuracy >= target && targetEpoch >= 0;
    double recorded =
        run.status().measurements().sampling().map(PowerSampling::peakW).orElse(Double.NaN);
    RunEnvironment environment = run.status().environment();
    return new EpochMetrics(
        last,
        isTested(run),
        ClassificationScores.of(environment),
        Double.isFinite(energyWh) ? bestWh : Double.NaN,
        bestSeconds,
        run.status().seconds(),
        Double.isFinite(recorded) ? recorded : highest,
        environment.number(IMAGES) * epoch / (energyWh * JOULES_PER_WH),
        reached ? targetEpoch : -1,
        reached ? targetWh : Double.NaN,
        reached ? targetSeconds : Double.NaN,
        peakEpoch,
        peakAccuracy);
  }

  private void add(EpochRow row, double rowSeconds) {
    seconds += rowSeconds;
    energy += RunMetricsFactory.energyWh(row, rowSeconds);
    double accuracy = row.valAccuracy();
    if (targetEpoch < 0 && accuracy >= target) {
      targetEpoch = epoch;
      targetWh = energy;
      targetSeconds = seconds;
    }
    if (accuracy > best) {
      best = accuracy;
      bestWh = energy;
      bestSeconds = seconds;
    }
    double efficiency = accuracy / (cost == Cost.ENERGY ? energy : seconds);
    if (efficiency > peak) {
      peak = efficiency;
      peakEpoch = epoch;
      peakAccuracy = accuracy;
    }
    epoch++;
  }
}
