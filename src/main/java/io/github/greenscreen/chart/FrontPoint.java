package io.github.greenscreen.chart;

import io.github.greenscreen.analysis.Cost;
import io.github.greenscreen.analysis.Frontier;
import io.github.greenscreen.analysis.RunMetrics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run of the Pareto front.
 *
 * @param label its name, with {@code (knee)} behind it where the front bends
 * @param x its cost
 * @param y its accuracy in percent
 */
record FrontPoint(String label, double x, double y) {

  /** Find the points of {@code frontier} among {@code runs}. */
  static List<FrontPoint> of(Frontier frontier, List<RunMetrics> runs, Cost cost) {
    Map<String, RunMetrics> byName =
        runs.stream().collect(Collectors.toMap(RunMetrics::name, Function.identity(), (a, b) -> a));
    return frontier.runs().stream()
        .map(byName::get)
        .filter(Objects::nonNull)
        .map(run -> new FrontPoint(label(run, frontier), cost.of(run), 100 * run.accuracy()))
        .toList();
  }

  private static String label(RunMetrics run, Frontier frontier) {
    boolean knee = frontier.knee().filter(run.name()::equals).isPresent();
    return knee ? run.name() + " (knee)" : run.name();
  }
}
