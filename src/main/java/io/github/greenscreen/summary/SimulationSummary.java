package io.github.greenscreen.summary;

import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.simulation.QuartileSummary;
import io.github.greenscreen.simulation.SimulationInput;
import io.github.greenscreen.simulation.SimulationResult;
import io.github.greenscreen.simulation.SimulationResult.Front;
import io.github.greenscreen.simulation.SimulationResult.Stops;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    List<String> parts = new ArrayList<>();
    parts.add(searched(input));
    List<Quartiles> best = new ArrayList<>();
    lines.forEach(line -> best.addAll(quartiles(line.name(), line.result().bestAfter())));
    parts.add(TextTable.of(table("best", best)));
    for (Line line : lines) {
      line.result().front().ifPresent(f -> parts.add(front(line.name(), f)));
    }
    parts.add(TextTable.of(effort(lines)));
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

  private static Table<Line> effort(List<Line> lines) {
    List<Column<Line>> columns =
        new ArrayList<>(
            List.of(
                Column.text("sampler", Line::name),
                Column.of("distinct", CellFormat.PRECISE, line -> line.result().distinct()),
                Column.of("violations", CellFormat.PRECISE, line -> line.result().violations())));
    lines.stream()
        .flatMap(line -> line.result().stops().stream())
        .findFirst()
        .ifPresent(some -> columns.addAll(stops(some.energy())));
    columns.add(
        Column.of(
            "seconds per suggestion",
            CellFormat.QUANTITY,
            line -> line.result().secondsPerSuggestion()));
    return new Table<>("", columns, lines);
  }

  private static List<Column<Line>> stops(boolean energy) {
    Stops none = new Stops(0, 0, energy);
    return List.of(
        Column.of(
            "stopped", CellFormat.PRECISE, line -> line.result().stops().orElse(none).trials()),
        Column.of(
            (energy ? "energy" : "time") + " saved %",
            CellFormat.PERCENT,
            line -> line.result().stops().orElse(none).saved()));
  }

  /**
   * Return one object for one line, a list for several, with a final line feed; each says what was
   * searched.
   */
  public static String json(SimulationInput input, List<Line> lines) {
    List<JsonObject> all = lines.stream().map(line -> object(input, line)).toList();
    return Json.of(all.size() == 1 ? all.get(0) : all) + "\n";
  }

  private static List<String> missing(String sampler, SimulationResult result) {
    return result.found() == result.seeds()
        ? List.of()
        : List.of(
            "%s: no configuration met the limits in %s of %s seeds; the best of the others is shown\n"
                .formatted(sampler, result.seeds() - result.found(), result.seeds()));
  }

  /** The distribution of a result over the seeds after a number of trials. */
  private record Quartiles(String sampler, int trials, QuartileSummary figures) {}

  private static List<Quartiles> quartiles(String sampler, Map<Integer, QuartileSummary> after) {
    return after.entrySet().stream()
        .map(each -> new Quartiles(sampler, each.getKey(), each.getValue()))
        .toList();
  }

  private static Table<Quartiles> table(String result, List<Quartiles> rows) {
    return Table.of(
        rows,
        Column.text("sampler", Quartiles::sampler),
        Column.of("trials", CellFormat.COUNT, Quartiles::trials),
        Column.of(result + ", mean", CellFormat.PRECISE, row -> row.figures().mean()),
        Column.of("q25", CellFormat.PRECISE, row -> row.figures().q25()),
        Column.of("median", CellFormat.PRECISE, row -> row.figures().median()),
        Column.of("q75", CellFormat.PRECISE, row -> row.figures().q75()));
  }

  private static String front(String sampler, Front front) {
    return "%sPareto front of %s: %s points on average; the whole table has hypervolume %s\n"
        .formatted(
            TextTable.of(table("hypervolume", quartiles(sampler, front.volumeAfter()))),
            String.join(" and ", front.objectives()),
            TextNumberFormat.precise(front.size().mean()),
            TextNumberFormat.precise(front.reachable()));
  }

  private static JsonObject object(SimulationInput input, Line line) {
    JsonObject object =
        object(line).with("parameters", input.parameters()).with("results", input.results());
    if (!input.notes().isEmpty()) {
      object.with("notes", input.notes());
    }
    if (!input.warnings().isEmpty()) {
      object.with("warnings", input.warnings());
    }
    return object;
  }

  private static JsonObject object(Line line) {
    SimulationResult result = line.result();
    JsonObject object =
        new JsonObject()
            .with("sampler", line.sampler())
            .with("trials", result.trials())
            .with("seeds", result.seeds())
            .with("best", object(result.best()))
            .with("best_after", objects(result.bestAfter()))
            .with("distinct", result.distinct())
            .with("violations", result.violations())
            .with("seconds_per_suggestion", result.secondsPerSuggestion());
    result
        .stops()
        .ifPresent(
            stops ->
                object
                    .with("stopper", line.stopper())
                    .with("stopped", stops.trials())
                    .with(stops.energy() ? "energy_saved" : "time_saved", stops.saved()));
    if (result.found() < result.seeds()) {
      object.with("seeds_without_best", result.seeds() - result.found());
    }
    result
        .front()
        .ifPresent(
            front ->
                object
                    .with("objectives", front.objectives())
                    .with("front_size", object(front.size()))
                    .with("hypervolume", object(front.volume()))
                    .with("hypervolume_after", objects(front.volumeAfter()))
                    .with("hypervolume_of_table", front.reachable()));
    return object;
  }

  private static JsonObject objects(Map<Integer, QuartileSummary> after) {
    return JsonObject.of(
        after.entrySet(), each -> each.getKey().toString(), each -> object(each.getValue()));
  }

  private static JsonObject object(QuartileSummary figures) {
    return new JsonObject()
        .with("mean", figures.mean())
        .with("q25", figures.q25())
        .with("median", figures.median())
        .with("q75", figures.q75());
  }
}
