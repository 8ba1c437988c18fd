package io.github.greenscreen.analysis;

import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What matters for the best accuracy, the lowest cost and the best efficiency. */
final class Importances {
  private static final String SEED = "seed";

  private Importances() {}

  /**
   * Weigh the parameters of {@code runs}, for cost and efficiency of {@code basis} alone; metrics
   * that too few runs have are left out.
   */
  static List<Importance> of(List<RunMetrics> runs, Basis basis, Cost cost) {
    List<Importance> result = new ArrayList<>();
    result.add(of(Importance.ACCURACY, runs, RunMetrics::accuracy, true));
    String name = cost == Cost.ENERGY ? Analysis.ENERGY : Analysis.SECONDS;
    result.add(of(name, basis.runs(), cost::of, false));
    result.add(of("efficiency", basis.runs(), RunMetrics::efficiency, true));
    result.removeIf(importance -> importance.shares().isEmpty());
    return result;
  }

  private static Importance of(
      String metric, List<RunMetrics> runs, ToDoubleFunction<RunMetrics> number, boolean highest) {
    List<RunMetrics> measured =
        runs.stream().filter(run -> Double.isFinite(number.applyAsDouble(run))).toList();
    List<Configuration> configurations = measured.stream().map(RunMetrics::configuration).toList();
    Set<String> names = new LinkedHashSet<>();
    configurations.forEach(configuration -> names.addAll(configuration.values().keySet()));
    names.remove(SEED);
    double[] values = measured.stream().mapToDouble(number).toArray();
    return PedAnova.of(metric, List.copyOf(names), configurations, values, highest);
  }
}
