package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.race.PairedDifference;
import io.github.greenscreen.analysis.race.Race;
import io.github.greenscreen.analysis.race.RaceComparison;
import io.github.greenscreen.analysis.race.RaceEntry;
import io.github.greenscreen.analysis.race.RaceOutcome;
import io.github.greenscreen.analysis.race.RaceRules;
import io.github.greenscreen.table.JsonObject;

/** Formats a race of final runs for {@code race.json}. */
public final class RaceJson {
  /** Name of the file in the report folder. */
  public static final String FILE = "race.json";

  /** Version of the format; raised if a name changes or is removed, but not if one is added. */
  private static final int VERSION = 1;

  private RaceJson() {}

  /** Return {@code outcome} as JSON. Unknown values are null. */
  public static String of(RaceOutcome outcome) {
    Race race = outcome.race();
    JsonObject tree =
        new JsonObject()
            .with("version", VERSION)
            .with("objective", outcome.objective().configName())
            .with("cost", outcome.cost().noun())
            .with("confidence", RaceRules.CONFIDENCE)
            .with("verdict", race.verdict().configName())
            .with("winner", outcome.winner().map(RaceEntry::name).orElse(null))
            .with("sentence", new RaceText(outcome).verdict())
            .with("seeds", outcome.seeds().subList(0, race.rounds()))
            .with("most_seeds", race.rules().seeds())
            .with("margin", race.rules().margin().orElse(Double.NaN))
            .with(
                "configurations",
                outcome.entries().stream().map(entry -> entry(outcome, entry)).toList())
            .with("evidence_needed", race.evidenceNeeded())
            .with(
                "comparisons",
                race.comparisons().stream().map(each -> comparison(outcome, each)).toList());
    return Json.lines(tree);
  }

  private static JsonObject entry(RaceOutcome outcome, RaceEntry entry) {
    int number = outcome.entries().indexOf(entry);
    return new JsonObject()
        .with("file", entry.name())
        .with("parameters", entry.configuration().values())
        .with("runs", entry.runs())
        .with("values", outcome.race().values(number))
        .with("mean", outcome.race().mean(number))
        .with("standard_deviation", RaceText.deviation(outcome.race().values(number)))
        .with("remaining", outcome.race().remaining().contains(number))
        .with("withdrawn", entry.withdrawal().isEmpty() ? null : entry.withdrawal());
  }

  private static JsonObject comparison(RaceOutcome outcome, RaceComparison comparison) {
    PairedDifference difference = comparison.difference();
    return new JsonObject()
        .with("better", outcome.entries().get(comparison.better()).name())
        .with("other", outcome.entries().get(comparison.other()).name())
        .with("seeds", difference.seeds())
        .with("difference", difference.mean())
        .with("low", difference.low())
        .with("high", difference.high())
        .with("evidence", difference.evidence())
        .with("decided", difference.isDecided());
  }
}
