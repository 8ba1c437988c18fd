package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.replay.ReplayResult;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.search.stopper.Stopper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats the effects that stoppers would have had on finished runs as plain text and as JSON. */
public final class ReplaySummary {
  private ReplaySummary() {}

  /**
   * A stopper and its result.
   *
   * @param name its name
   * @param stopper the stopper
   * @param result the effects it would have had
   */
  public record Line(String name, Stopper stopper, ReplayResult result) {}

  /**
   * Return a table of {@code lines}, at least one, all about the same runs.
   *
   * @param good accuracy, 0 to 1, from which stopping a run counts as a loss
   */
  public static String text(List<Line> lines, double good) {
    ReplayResult first = lines.get(0).result();
    TextTable table =
        new TextTable(
            "stopper",
            "settings",
            ">stopped",
            ">" + first.cost().noun() + " saved %",
            "best run " + first.best(),
            "lost with accuracy >= " + TextNumberFormat.precise(good));
    for (Line line : lines) {
      ReplayResult result = line.result();
      table.row(
          line.name(),
          line.stopper().settings(),
          "%s of %s".formatted(result.stops().size(), result.runs()),
          TextNumberFormat.percent(result.saved()),
          result.bestKept() ? "kept" : "stopped",
          "%s of %s%s"
              .formatted(
                  result.lost().size(),
                  result.good().size(),
                  result.lost().isEmpty() ? "" : ": " + String.join(", ", result.lost())));
    }
    return table.toString();
  }

  /** Return every stop with its reason, one line each. */
  public static String reasons(List<Line> lines) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      line.result()
          .stops()
          .forEach(
              stop ->
                  text.append(
                      "run %s stopped after epoch %s: %s\n"
                          .formatted(stop.run(), stop.epochs(), stop.reason())));
    }
    return text.toString();
  }

  /** Return one object for one stopper, a list for several, with a final line feed. */
  public static String json(List<Line> lines) {
    List<Map<String, Object>> all = lines.stream().map(ReplaySummary::object).toList();
    return Json.of(all.size() == 1 ? all.get(0) : all) + "\n";
  }

  private static Map<String, Object> object(Line line) {
    ReplayResult result = line.result();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("stopper", line.name());
    object.put("settings", line.stopper().settings());
    object.put("runs", result.runs());
    object.put("stopped", result.stops().stream().map(ReplayResult.Stop::run).toList());
    object.put(result.cost().noun() + "_saved_percent", 100 * result.saved());
    object.put("best_run", result.best());
    object.put("best_run_kept", result.bestKept());
    object.put("accurate_runs", result.good());
    object.put("accurate_runs_lost", result.lost());
    return object;
  }
}
