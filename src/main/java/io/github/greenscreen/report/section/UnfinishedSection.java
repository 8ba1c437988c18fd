package io.github.greenscreen.report.section;

import io.github.greenscreen.report.context.StudyStatus;
import io.github.greenscreen.report.context.StudyStatus.Gap;
import io.github.greenscreen.report.context.StudyStatus.Step;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;

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
      pdf.table(
          Table.of(
                  unfinished.gaps(),
                  Column.text("Run", Gap::run),
                  Column.text("State", Gap::state),
                  Column.text("", Gap::words))
              .wide(1, 1.6f, 9));
    }
    if (!unfinished.steps().isEmpty()) {
      pdf.table(
          Table.of(
                  unfinished.steps(),
                  Column.text("What is left to do", Step::reason),
                  Column.text("Type", Step::command).strong())
              .wide(4, 6));
    }
  }
}
