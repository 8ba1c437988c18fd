package io.github.greenscreen.summary;

import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.simulation.QuartileSummary;
import io.github.greenscreen.simulation.SimulationInput;
import io.github.greenscreen.simulation.SimulationResult;
import io.github.greenscreen.simulation.SimulationResult.Front;
import io.github.greenscreen.simulation.SimulationResult.Stops;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Formats the results of simulated sweeps as plain text and as JSON. */
public final class SimulationSummary {
  private SimulationSummary() {}

  /**
   * The result of one sampler.
   *
   * @param sampler its name
   * @param stopper the name of the stopper that ended trials early, empty for none
   * @param result its result
   */
  public record Line(String sampler, String stopper, SimulationResult result) {
    String name() {
      return stopper.isEmpty() ? sampler : sampler + " + " + stopper;
    }
  }

  /** Return what was searched, and tables of {@code lines}; warnings are left out. */
  public static String text(SimulationInput input, List<Line> lines) {
    TextTable best = new TextTable("sampler", ">trials", ">best, mean", ">q25", ">median", ">q75");
    List<String> parts = new ArrayList<>();
    parts.add(searched(input));
    for (Line line : lines) {
      line.result().bestAfter().forEach((count, each) -> row(best, line.name(), count, each));
    }
    parts.add(best.toString());
    for (Line line : lines) {
      line.result().front().ifPresent(f -> parts.add(front(line.name(), f)));
    }
    parts.add(effort(lines).toString());
    lines.forEach(line -> parts.addAll(missing(line.name(), line.result())));
    return String.join("\n", parts);
  }

  private static String searched(SimulationInput input) {
    StringBuilder text = new StringBuilder();
    text.append(count(input.parameters().size(), "parameter")).append(": ");
    List<String> parameters = new ArrayList<>();
    input
        .parameters()
        .forEach(
            (name, values) ->
                parameters.add(
                    "%s (%s%s)".formatted(name, values, parameters.isEmpty() ? " values" : "")));
    text.append(String.join(", ", parameters)).append('\n');
    text.append(count(input.results().size(), "result")).append(": ");
    text.append(String.join(", ", input.results())).append('\n');
    input.notes().forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  private static String count(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  private static TextTable effort(List<Line> lines) {
    Optional<Stops> some =
        lines.stream().flatMap(line -> line.result().stops().stream()).findFirst();
    List<String> heads = new ArrayList<>(List.of("sampler", ">distinct", ">violations"));
    some.ifPresent(
        stops ->
            heads.addAll(
                List.of(">stopped", ">" + (stops.energy() ? "energy" : "time") + " saved %")));
    heads.add(">seconds per suggestion");
    TextTable effort = new TextTable(heads.toArray(String[]::new));
    for (Line line : lines) {
      SimulationResult result = line.result();
      List<String> cells = new ArrayList<>(List.of(line.name()));
      cells.add(TextNumberFormat.precise(result.distinct()));
      cells.add(TextNumberFormat.precise(result.violations()));
      if (some.isPresent()) {
        Stops stops = result.stops().orElse(new Stops(0, 0, some.get().energy()));
        cells.add(TextNumberFormat.precise(stops.trials()));
        cells.add(TextNumberFormat.percent(stops.saved()));
      }
      cells.add(TextNumberFormat.quantity(result.secondsPerSuggestion()));
      effort.row(cells.toArray());
    }
    return effort;
  }

  /**
   * Return one object for one line, a list for several, with a final line feed; each says what was
   * searched.
   */
  public static String json(SimulationInput input, List<Line> lines) {
    List<Map<String, Object>> all = lines.stream().map(line -> object(input, line)).toList();
    return Json.of(all.size() == 1 ? all.get(0) : all) + "\n";
  }

  private static List<String> missing(String sampler, SimulationResult result) {
    return result.found() == result.seeds()
        ? List.of()
        : List.of(
            "%s: no configuration met the limits in %s of %s seeds; the best of the others is shown\n"
                .formatted(sampler, result.seeds() - result.found(), result.seeds()));
  }

  private static void row(TextTable table, String sampler, int count, QuartileSummary figures) {
    table.row(
        sampler,
        count,
        TextNumberFormat.precise(figures.mean()),
        TextNumberFormat.precise(figures.q25()),
        TextNumberFormat.precise(figures.median()),
        TextNumberFormat.precise(figures.q75()));
  }

  private static String front(String sampler, Front front) {
    TextTable table =
        new TextTable("sampler", ">trials", ">hypervolume, mean", ">q25", ">median", ">q75");
    front.volumeAfter().forEach((count, each) -> row(table, sampler, count, each));
    return "%sPareto front of %s: %s points on average; the whole table has hypervolume %s\n"
        .formatted(
            table,
            String.join(" and ", front.objectives()),
            TextNumberFormat.precise(front.size().mean()),
            TextNumberFormat.precise(front.reachable()));
  }

  private static Map<String, Object> object(SimulationInput input, Line line) {
    Map<String, Object> object = object(line);
    object.put("parameters", input.parameters());
    object.put("results", input.results());
    if (!input.notes().isEmpty()) {
      object.put("notes", input.notes());
    }
    if (!input.warnings().isEmpty()) {
      object.put("warnings", input.warnings());
    }
    return object;
  }

  private static Map<String, Object> object(Line line) {
    SimulationResult result = line.result();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("sampler", line.sampler());
    object.put("trials", result.trials());
    object.put("seeds", result.seeds());
    object.put("best", object(result.best()));
    object.put("best_after", objects(result.bestAfter()));
    object.put("distinct", result.distinct());
    object.put("violations", result.violations());
    object.put("seconds_per_suggestion", result.secondsPerSuggestion());
    result
        .stops()
        .ifPresent(
            stops -> {
              object.put("stopper", line.stopper());
              object.put("stopped", stops.trials());
              object.put(stops.energy() ? "energy_saved" : "time_saved", stops.saved());
            });
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

  private static Map<String, Object> objects(Map<Integer, QuartileSummary> after) {
    Map<String, Object> objects = new LinkedHashMap<>();
    after.forEach((count, figures) -> objects.put(Integer.toString(count), object(figures)));
    return objects;
  }

  private static Map<String, Object> object(QuartileSummary figures) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("mean", figures.mean());
    object.put("q25", figures.q25());
    object.put("median", figures.median());
    object.put("q75", figures.q75());
    return object;
  }
}
