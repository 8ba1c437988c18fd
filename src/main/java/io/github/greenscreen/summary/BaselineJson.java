package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.table.JsonObject;
import java.util.Optional;

/** Formats the differences between notable runs and the baseline for {@code analysis.json}. */
final class BaselineJson {
  private static final double PERCENT = 100;

  private final AnalysisResult result;
  private final RunMetrics baseline;

  private BaselineJson(AnalysisResult result, RunMetrics baseline) {
    this.result = result;
    this.baseline = baseline;
  }

  /** Return null if no baseline completed. */
  static Object of(AnalysisResult result) {
    return result
        .referenceRuns()
        .baseline()
        .map(run -> new BaselineJson(result, run).tree())
        .orElse(null);
  }

  private JsonObject tree() {
    return new JsonObject()
        .with("baseline", baseline.name())
        .with("most_efficient", change(result.byEfficiency().stream().findFirst()))
        .with(
            "source",
            change(
                result
                    .best()
                    .flatMap(
                        best ->
                            result.runs().stream()
                                .filter(run -> run.name().equals(best.source()))
                                .findFirst())))
        .with("final_run", change(result.referenceRuns().finalRun()));
  }

  private Object change(Optional<RunMetrics> run) {
    return run.map(this::change).orElse(null);
  }

  /** Compares energies only if their power sources are equal. */
  private JsonObject change(RunMetrics run) {
    boolean like = run.powerSource() == baseline.powerSource();
    double energy = like ? run.energyWh() - baseline.energyWh() : Double.NaN;
    double seconds = run.seconds() - baseline.seconds();
    return new JsonObject()
        .with("run", run.name())
        .with("energy_Wh", energy)
        .with("energy_percent", PERCENT * energy / baseline.energyWh())
        .with("co2e_g", result.carbon().grams(energy))
        .with("seconds", seconds)
        .with("seconds_percent", PERCENT * seconds / baseline.seconds())
        .with("accuracy", run.accuracy() - baseline.accuracy());
  }
}
