package io.github.greenscreen.report;

import io.github.greenscreen.analysis.Ranking;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.analysis.StudyTables;
import io.github.greenscreen.report.Grid.Cell;
import io.github.greenscreen.report.Grid.Column;
import io.github.greenscreen.report.Grid.Tone;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables as the study made them, beside the corrected ranks, and what was wrong with them. */
final class StudySection {
  private static final int DIGITS = 4;
  private static final double PERCENT = 100;

  private final Story story;

  StudySection(Story story) {
    this.story = story;
  }

  /** Write the section; nothing for runs that are not the study's. */
  void write(Sheet sheet) {
    story.analysis().tradeOff().study().ifPresent(study -> write(sheet, study));
  }

  private void write(Sheet sheet, StudyTables study) {
    sheet.section("The study’s own tables");
    sheet.lead(
        "The best five as the study ranked them, and beside them the rank by what was really delivered and really needed. "
            + String.join(" ", study.sentences()));
    table(
        sheet,
        "By accuracy before quantisation",
        "Accuracy (%)",
        study.byAccuracy(),
        "accuracy",
        PERCENT);
    table(sheet, "By mean Wh per interval", "Wh per interval", study.byInterval(), "energy", 1);
    table(sheet, "By their ratio", "Ratio (%/Wh)", study.byRatio(), "efficiency", 1);
  }

  private void table(
      Sheet sheet,
      String title,
      String figure,
      List<Ranking.Place> places,
      String metric,
      double scale) {
    Grid grid =
        new Grid(
            sheet.type(),
            List.of(
                Column.words("Rank", 1),
                Column.words("Run", 1),
                Column.number(figure, 2),
                Column.number("Rank by " + metric, 2),
                Column.number("Accuracy delivered (%)", 2),
                Column.number("Energy (Wh)", 2)));
    Map<String, RunMetrics> runs =
        story.analysis().runs().stream()
            .collect(Collectors.toMap(RunMetrics::name, Function.identity()));
    List<String> values =
        Numbers.column(places.stream().mapToDouble(p -> scale * p.value()).toArray(), DIGITS);
    for (int i = 0; i < places.size(); i++) {
      Ranking.Place place = places.get(i);
      RunMetrics run = runs.get(place.run());
      grid.row(
          List.of(
              Cell.plain(place.spelling()),
              new Cell(place.run(), Tone.STRONG),
              Cell.plain(values.get(i)),
              new Cell(rank(metric, place.run()), Tone.STRONG),
              Cell.plain(Numbers.fixed(PERCENT * run.accuracy(), 1)),
              Cell.plain(Numbers.significant(run.energyWh(), DIGITS))));
    }
    sheet.subsection(title);
    sheet.block(grid.table());
  }

  private String rank(String metric, String run) {
    String rank =
        story.analysis().tradeOff().ranking(metric).map(all -> all.rankOf(run)).orElse("");
    return rank.isEmpty() ? Numbers.UNKNOWN : rank;
  }
}
