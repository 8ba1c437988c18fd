package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.replay.ReplayResult;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.search.stopper.Stopper;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import java.util.List;

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
    return TextTable.of(
        Table.of(
            lines,
            Column.text("stopper", Line::name),
            Column.text("settings", line -> line.stopper().settings()),
            Column.right("stopped", line -> stopped(line.result())),
            Column.of("saved", CellFormat.PERCENT, (Line line) -> line.result().saved())
                .headed(first.cost().noun() + " saved", "Saved")
                .in("%"),
            Column.text(
                "best run " + first.best(), line -> line.result().bestKept() ? "kept" : "stopped"),
            Column.text(
                "lost with accuracy >= " + TextNumberFormat.precise(good),
                line -> lost(line.result()))));
  }

  private static String stopped(ReplayResult result) {
    return "%s of %s".formatted(result.stops().size(), result.runs());
  }

  private static String lost(ReplayResult result) {
    String names = result.lost().isEmpty() ? "" : ": " + String.join(", ", result.lost());
    return "%s of %s%s".formatted(result.lost().size(), result.good().size(), names);
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
    List<JsonObject> all = lines.stream().map(ReplaySummary::object).toList();
    return Json.of(all.size() == 1 ? all.get(0) : all) + "\n";
  }

  private static JsonObject object(Line line) {
    ReplayResult result = line.result();
    return new JsonObject()
        .with("stopper", line.name())
        .with("settings", line.stopper().settings())
        .with("runs", result.runs())
        .with("stopped", result.stops().stream().map(ReplayResult.Stop::run).toList())
        .with(result.cost().noun() + "_saved_percent", 100 * result.saved())
        .with("best_run", result.best())
        .with("best_run_kept", result.bestKept())
        .with("accurate_runs", result.good())
        .with("accurate_runs_lost", result.lost());
  }
}
