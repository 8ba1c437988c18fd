package io.github.greenscreen.report.section;

import com.lowagie.text.pdf.PdfPTable;
import io.github.greenscreen.report.context.StudyStatus;
import io.github.greenscreen.report.context.StudyStatus.Gap;
import io.github.greenscreen.report.context.StudyStatus.Step;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.report.pdf.PdfTable.Tone;
import io.github.greenscreen.report.pdf.Typography;
import java.util.List;

/**
 * The missing parts of an unfinished study and the commands that complete it; empty if nothing is
 * missing.
 */
public final class UnfinishedSection implements ReportSection {
  private final StudyStatus unfinished;

  public UnfinishedSection(StudyStatus unfinished) {
    this.unfinished = unfinished;
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    if (!unfinished.isOpen()) {
      return;
    }
    pdf.section("What is missing");
    pdf.paragraph(
        unfinished.headline() + " All numbers in this report are based on the runs that ended.");
    if (!unfinished.gaps().isEmpty()) {
      PdfTable grid =
          new PdfTable(
              pdf.type(),
              List.of(Column.words("Run", 1), Column.words("State", 1.6f), Column.words("", 9)));
      for (Gap gap : unfinished.gaps()) {
        grid.words(List.of(gap.run(), gap.state(), gap.words()));
      }
      pdf.table(grid.table());
    }
    if (!unfinished.steps().isEmpty()) {
      pdf.table(steps(pdf.type()));
    }
  }

  private PdfPTable steps(Typography type) {
    PdfTable grid =
        new PdfTable(type, List.of(Column.words("What is left to do", 4), Column.words("Type", 6)));
    for (Step step : unfinished.steps()) {
      grid.row(
          List.of(
              new PdfTable.Cell(step.reason(), Tone.PLAIN),
              new PdfTable.Cell(step.command(), Tone.STRONG)));
    }
    return grid.table();
  }
}
