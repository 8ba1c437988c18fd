package io.github.greenscreen.report;

import com.lowagie.text.pdf.PdfPTable;
import io.github.greenscreen.report.Grid.Column;
import io.github.greenscreen.report.Grid.Tone;
import io.github.greenscreen.report.Unfinished.Gap;
import io.github.greenscreen.report.Unfinished.Step;
import java.util.List;

/** What an unfinished study lacks and what to type; nothing where it lacks nothing. */
final class UnfinishedSection {
  private final Unfinished unfinished;

  UnfinishedSection(Unfinished unfinished) {
    this.unfinished = unfinished;
  }

  void write(Sheet sheet) {
    if (!unfinished.isOpen()) {
      return;
    }
    sheet.section("What is missing");
    sheet.paragraph(
        unfinished.headline() + " All numbers of this report are those of the runs that ended.");
    if (!unfinished.gaps().isEmpty()) {
      Grid grid =
          new Grid(
              sheet.type(),
              List.of(Column.words("Run", 1), Column.words("State", 1.6f), Column.words("", 9)));
      for (Gap gap : unfinished.gaps()) {
        grid.words(List.of(gap.run(), gap.state(), gap.words()));
      }
      sheet.table(grid.table());
    }
    if (!unfinished.steps().isEmpty()) {
      sheet.table(steps(sheet.type()));
    }
  }

  private PdfPTable steps(Typography type) {
    Grid grid =
        new Grid(type, List.of(Column.words("What is left to do", 4), Column.words("Type", 6)));
    for (Step step : unfinished.steps()) {
      grid.row(
          List.of(
              new Grid.Cell(step.why(), Tone.PLAIN), new Grid.Cell(step.command(), Tone.STRONG)));
    }
    return grid.table();
  }
}
