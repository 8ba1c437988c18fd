package io.github.greenscreen.report;

import io.github.greenscreen.report.Grid.Column;
import java.util.List;

/** Which runs the numbers do not contain, and why. */
final class LeftOutSection {
  private final Story story;

  LeftOutSection(Story story) {
    this.story = story;
  }

  void write(Sheet sheet) {
    sheet.section("Runs left out");
    List<String> excluded = story.analysis().excluded();
    if (excluded.isEmpty()) {
      sheet.paragraph("None: every run completed and is part of the numbers above.");
      return;
    }
    sheet.lead(
        "Failed, stopped and unfinished runs are not ranked and not part of the regression, nor are runs outside the sweep.");
    Grid grid = new Grid(sheet.type(), List.of(Column.words("Run", 1), Column.words("Reason", 9)));
    for (String entry : excluded) {
      int colon = entry.indexOf(": ");
      grid.words(
          colon < 0
              ? List.of(entry, "")
              : List.of(entry.substring(0, colon), entry.substring(colon + 2)));
    }
    sheet.table(grid.table());
  }
}
