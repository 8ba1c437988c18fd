package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.ranking.LegacyStudyTables;
import io.github.greenscreen.analysis.ranking.Ranking;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.summary.RankingTables;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Table;
import java.util.List;

/**
 * The tables in the form of the original study, next to the corrected ranks, with an explanation of
 * its errors.
 */
public final class LegacyStudySection implements ReportSection {
  private static final List<String> TITLES =
      List.of("By accuracy before quantisation", "By mean Wh per interval", "By their ratio");

  private final ReportContext context;

  public LegacyStudySection(ReportContext context) {
    this.context = context;
  }

  /** Write the section; nothing if the runs are not the study's. */
  @Override
  public void write(PdfDocumentWriter pdf) {
    context.analysis().tradeOff().study().ifPresent(study -> write(pdf, study));
  }

  private void write(PdfDocumentWriter pdf, LegacyStudyTables study) {
    pdf.section("The study’s own tables");
    pdf.lead(
        "The best five as ranked by the study, next to the rank by the accuracy actually "
            + "delivered and the energy actually used. "
            + String.join(" ", study.sentences()));
    List<Table<Ranking.Place>> tables = new RankingTables(context.analysis()).study(study);
    for (int i = 0; i < TITLES.size(); i++) {
      pdf.subsection(TITLES.get(i));
      pdf.block(shown(tables.get(i)));
    }
  }

  private static Table<Ranking.Place> shown(Table<Ranking.Place> table) {
    return table
        .with(table.column("run").strong())
        .with(table.column("corrected").as(CellFormat.RIGHT).strong())
        .with(table.column("accuracy").labelled("Accuracy delivered"))
        .wide(1, 1, 2, 2, 2, 2);
  }
}
