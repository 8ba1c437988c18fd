package io.github.greenscreen.summary;

import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.simulation.Quartiles;
import io.github.greenscreen.simulation.SimulationResult;
import io.github.greenscreen.simulation.SimulationResult.Front;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What samplers found in a table, as plain text and as JSON. */
public final class SimulationSummary {
  private SimulationSummary() {}

  /** Return tables of {@code results} by the name of the sampler. */
  public static String text(Map<String, SimulationResult> results) {
    TextTable best = new TextTable("sampler", ">trials", ">best, mean", ">q25", ">median", ">q75");
    TextTable effort =
        new TextTable("sampler", ">distinct", ">violations", ">seconds per suggestion");
    List<String> parts = new ArrayList<>();
    results.forEach(
        (sampler, result) -> {
          result.bestAfter().forEach((count, each) -> row(best, sampler, count, each));
          effort.row(
              sampler,
              Figures.precise(result.distinct()),
              Figures.precise(result.violations()),
              Figures.quantity(result.secondsPerSuggestion()));
        });
    parts.add(best.toString());
    results.forEach(
        (sampler, result) -> result.front().ifPresent(f -> parts.add(front(sampler, f))));
    parts.add(effort.toString());
    results.forEach((sampler, result) -> parts.addAll(missing(sampler, result)));
    return String.join("\n", parts);
  }

  /** Return one object for one sampler, a list of them for several, with an end of line. */
  public static String json(Map<String, SimulationResult> results) {
    List<Map<String, Object>> all = new ArrayList<>();
    results.forEach((sampler, result) -> all.add(object(sampler, result)));
    return Json.of(all.size() == 1 ? all.get(0) : all) + "\n";
  }

  private static List<String> missing(String sampler, SimulationResult result) {
    return result.found() == result.seeds()
        ? List.of()
        : List.of(
            "%s: no configuration met the limits in %s of %s seeds; the best of the others is shown\n"
                .formatted(sampler, result.seeds() - result.found(), result.seeds()));
  }

  private static void row(TextTable table, String sampler, int count, Quartiles figures) {
    table.row(
        sampler,
        count,
        Figures.precise(figures.mean()),
        Figures.precise(figures.q25()),
        Figures.precise(figures.median()),
        Figures.precise(figures.q75()));
  }

  private static String front(String sampler, Front front) {
    TextTable table =
        new TextTable("sampler", ">trials", ">hypervolume, mean", ">q25", ">median", ">q75");
    front.volumeAfter().forEach((count, each) -> row(table, sampler, count, each));
    return "%sPareto front of %s: %s points in the mean; the whole table has hypervolume %s\n"
        .formatted(
            table,
            String.join(" and ", front.objectives()),
            Figures.precise(front.size().mean()),
            Figures.precise(front.reachable()));
  }

  private static Map<String, Object> object(String sampler, SimulationResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("sampler", sampler);
    object.put("trials", result.trials());
    object.put("seeds", result.seeds());
    object.put("best", object(result.best()));
    object.put("best_after", objects(result.bestAfter()));
    object.put("distinct", result.distinct());
    object.put("violations", result.violations());
    object.put("seconds_per_suggestion", result.secondsPerSuggestion());
    if (result.found() < result.seeds()) {
      object.put("seeds_without_best", result.seeds() - result.found());
    }
    result
        .front()
        .ifPresent(
            front -> {
              object.put("objectives", front.objectives());
              object.put("front_size", object(front.size()));
              object.put("hypervolume", object(front.volume()));
              object.put("hypervolume_after", objects(front.volumeAfter()));
              object.put("hypervolume_of_table", front.reachable());
            });
    return object;
  }

  private static Map<String, Object> objects(Map<Integer, Quartiles> after) {
    Map<String, Object> objects = new LinkedHashMap<>();
    after.forEach((count, figures) -> objects.put(Integer.toString(count), object(figures)));
    return objects;
  }

  private static Map<String, Object> object(Quartiles figures) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("mean", figures.mean());
    object.put("q25", figures.q25());
    object.put("median", figures.median());
    object.put("q75", figures.q75());
    return object;
  }
}
