package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.race.PairedDifference;
import io.github.greenscreen.analysis.race.Race;
import io.github.greenscreen.analysis.race.RaceComparison;
import io.github.greenscreen.analysis.race.RaceEntry;
import io.github.greenscreen.analysis.race.RaceOutcome;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats a race of final runs as plain text: a table, the comparisons, and the verdict. */
public final class RaceText {
  private final RaceOutcome outcome;

  /** Format {@code outcome}. */
  public RaceText(RaceOutcome outcome) {
    this.outcome = outcome;
  }

  /** Return everything. */
  public String all() {
    Race race = outcome.race();
    Table<RaceEntry> table =
        Table.of(
            outcome.entries(),
            Column.text("configuration", RaceEntry::name),
            Column.right(column(), entry -> value(race.mean(number(entry)))),
            Column.right("deviation", entry -> value(deviation(race.values(number(entry))))),
            Column.right("seeds", entry -> entry.runs().size()),
            Column.text("result", this::result),
            Column.text("runs", entry -> String.join(" ", entry.runs())));
    return TextTable.of(
            table.titled(
                "Race for %s %s: mean and standard deviation of runs with different seeds"
                    .formatted(outcome.objective().isHighest() ? "high" : "low", noun())))
        + race.comparisons().stream()
            .map(each -> sentence(each) + "\n")
            .collect(Collectors.joining())
        + verdict()
        + "\n";
  }

  /** Return a sentence on {@code comparison}. */
  public String sentence(RaceComparison comparison) {
    PairedDifference difference = comparison.difference();
    String better = outcome.entries().get(comparison.better()).name();
    String other = outcome.entries().get(comparison.other()).name();
    String basis =
        "%s%d %s"
            .formatted(
                interval(difference),
                difference.seeds(),
                difference.seeds() == 1 ? "seed" : "seeds");
    if (difference.mean() == 0) {
      return "%s and %s have the same mean %s (%s).".formatted(better, other, noun(), basis);
    }
    return "%s has a %s %s%s than %s, by %s (%s)%s."
        .formatted(
            better,
            outcome.objective().isHighest() ? "higher" : "lower",
            difference.isDecided() ? "" : "mean ",
            noun(),
            other,
            size(Math.abs(difference.mean())),
            basis,
            difference.isDecided() ? "" : ", which may be chance");
  }

  /** Return the verdict in a sentence. */
  public String verdict() {
    Race race = outcome.race();
    List<String> remaining = outcome.remaining().stream().map(RaceEntry::name).toList();
    String best = outcome.objective().isHighest() ? "highest" : "lowest";
    return switch (race.verdict()) {
      case BETTER ->
          "%s has the %s %s, with a confidence of 95 %%%s."
              .formatted(remaining.get(0), best, noun(), apartFromWithdrawn());
      case TIED ->
          "%s are tied: %d seeds do not show which has the %s %s; repeat the command with --race-seeds %d to go on."
              .formatted(names(remaining), race.rounds(), best, noun(), 2 * race.rounds());
      case EQUIVALENT ->
          "%s are tied: their means differ by less than the margin of %s, with a confidence of 95 %%."
              .formatted(names(remaining), margin());
      case UNOPPOSED ->
          "%s is the only one that remains, but no comparison shows that it has the %s %s."
              .formatted(remaining.get(0), best, noun());
      case NONE -> "No configuration remains: each had a run without a result.";
    };
  }

  private String apartFromWithdrawn() {
    List<String> withdrawn =
        outcome.entries().stream()
            .filter(entry -> !entry.withdrawal().isEmpty())
            .map(RaceEntry::name)
            .toList();
    return withdrawn.isEmpty() ? "" : ", apart from " + names(withdrawn);
  }

  private String result(RaceEntry entry) {
    int number = number(entry);
    if (!entry.withdrawal().isEmpty()) {
      return "withdrawn: " + entry.withdrawal();
    }
    if (outcome.winner().filter(entry::equals).isPresent()) {
      return "best";
    }
    return outcome.race().remaining().contains(number) ? "remaining" : "worse";
  }

  /** Return the interval of the size of a difference, which is positive if the better one is. */
  private String interval(PairedDifference difference) {
    double size = Math.abs(difference.mean());
    double around = difference.halfWidth();
    return Double.isInfinite(around)
        ? ""
        : "95 %% interval %s to %s, ".formatted(bare(size - around), bare(size + around));
  }

  private String margin() {
    double margin = outcome.race().rules().margin().orElseThrow();
    return TextNumberFormat.precise(100 * margin)
        + (isAccuracy() ? " points" : " % of the best mean");
  }

  private String size(double size) {
    return bare(size) + (isAccuracy() ? " points" : (" " + unit()).stripTrailing());
  }

  private String bare(double value) {
    return isAccuracy()
        ? String.format(Locale.ROOT, "%.2f", 100 * value)
        : TextNumberFormat.quantity(value);
  }

  private String value(double value) {
    return isAccuracy() ? TextNumberFormat.percent(value) : TextNumberFormat.quantity(value);
  }

  private String column() {
    return noun() + " " + (isAccuracy() ? "%" : unit());
  }

  private String noun() {
    return outcome.objective().noun(outcome.cost());
  }

  private String unit() {
    return outcome.objective().unit(outcome.cost());
  }

  private boolean isAccuracy() {
    return outcome.objective() == RecommendationObjective.ACCURACY;
  }

  private int number(RaceEntry entry) {
    return outcome.entries().indexOf(entry);
  }

  /** Return the standard deviation of {@code values}; NaN if there are fewer than two. */
  static double deviation(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
  }

  private static String names(List<String> all) {
    int last = all.size() - 1;
    return last == 0
        ? all.get(0)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }
}
