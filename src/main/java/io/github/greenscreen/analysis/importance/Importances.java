package io.github.greenscreen.analysis.importance;

import io.github.greenscreen.analysis.metrics.ComparableRuns;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.space.Configuration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Computes parameter importance for accuracy, cost and efficiency. */
public final class Importances {
  private static final String SEED = "seed";

  private final Map<List<String>, List<BinnedParameter>> levels = new HashMap<>();

  private Importances() {}

  /**
   * Return the importances over {@code runs}; cost and efficiency use the runs of {@code basis}
   * only. Metrics that too few runs have are missing.
   */
  public static List<Importance> of(List<RunMetrics> runs, ComparableRuns basis, Cost cost) {
    Importances all = new Importances();
    boolean tested = runs.stream().anyMatch(run -> run.detail().isTested());
    String accuracy = tested ? ResponseVariable.DELIVERED : ResponseVariable.VAL_ACCURACY;
    return Stream.of(
            all.of(accuracy, runs, RunMetrics::accuracy, true),
            all.of(ResponseVariable.of(cost), basis.runs(), cost::of, false),
            all.of(ResponseVariable.EFFICIENCY, basis.runs(), RunMetrics::efficiency, true))
        .filter(importance -> !importance.shares().isEmpty())
        .toList();
  }

  private Importance of(
      String metric, List<RunMetrics> runs, ToDoubleFunction<RunMetrics> number, boolean highest) {
    List<RunMetrics> measured =
        runs.stream().filter(run -> Double.isFinite(number.applyAsDouble(run))).toList();
    double[] values = measured.stream().mapToDouble(number).toArray();
    List<String> names = measured.stream().map(RunMetrics::name).toList();
    return PedAnova.of(
        metric, levels.computeIfAbsent(names, key -> levels(measured)), values, highest);
  }

  private static List<BinnedParameter> levels(List<RunMetrics> runs) {
    List<Configuration> configurations = runs.stream().map(RunMetrics::configuration).toList();
    Set<String> names = new LinkedHashSet<>();
    configurations.forEach(configuration -> names.addAll(configuration.values().keySet()));
    names.remove(SEED);
    return names.stream().map(name -> BinnedParameter.of(name, configurations)).toList();
  }
}
