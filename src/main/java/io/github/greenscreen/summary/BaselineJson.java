package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import java.util.LinkedHashMap;
import java.util.Map;
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

  private Map<String, Object> tree() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("baseline", baseline.name());
    object.put("most_efficient", change(result.byEfficiency().stream().findFirst()));
    object.put(
        "source",
        change(
            result
                .best()
                .flatMap(
                    best ->
                        result.runs().stream()
                            .filter(run -> run.name().equals(best.source()))
                            .findFirst())));
    object.put("final_run", change(result.referenceRuns().finalRun()));
    return object;
  }

  private Object change(Optional<RunMetrics> run) {
    return run.map(this::change).orElse(null);
  }

  /** Compares energies only if their power sources are equal. */
  private Map<String, Object> change(RunMetrics run) {
    boolean like = run.powerSource() == baseline.powerSource();
    double energy = like ? run.energyWh() - baseline.energyWh() : Double.NaN;
    double seconds = run.seconds() - baseline.seconds();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("run", run.name());
    object.put("energy_Wh", energy);
    object.put("energy_percent", PERCENT * energy / baseline.energyWh());
    object.put("co2e_g", result.carbon().grams(energy));
    object.put("seconds", seconds);
    object.put("seconds_percent", PERCENT * seconds / baseline.seconds());
    object.put("accuracy", run.accuracy() - baseline.accuracy());
    return object;
  }
}
