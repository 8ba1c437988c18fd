package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.ranking.LegacyStudyTables;
import io.github.greenscreen.analysis.ranking.Ranking;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Cell;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.report.pdf.PdfTable.Tone;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tables in the form of the original study, next to the corrected ranks, with an explanation of
 * its errors.
 */
public final class LegacyStudySection implements ReportSection {
  private static final int DIGITS = 4;
  private static final double PERCENT = 100;

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
    table(
        pdf,
        "By accuracy before quantisation",
        "Accuracy (%)",
        study.byAccuracy(),
        "accuracy",
        PERCENT);
    table(pdf, "By mean Wh per interval", "Wh per interval", study.byInterval(), "energy", 1);
    table(pdf, "By their ratio", "Ratio (%/Wh)", study.byRatio(), "efficiency", 1);
  }

  private void table(
      PdfDocumentWriter pdf,
      String title,
      String figure,
      List<Ranking.Place> places,
      String metric,
      double scale) {
    PdfTable grid =
        new PdfTable(
            pdf.type(),
            List.of(
                Column.words("Rank", 1),
                Column.words("Run", 1),
                Column.number(figure, 2),
                Column.number("Rank by " + metric, 2),
                Column.number("Accuracy delivered (%)", 2),
                Column.number("Energy (Wh)", 2)));
    Map<String, RunMetrics> runs =
        context.analysis().runs().stream()
            .collect(Collectors.toMap(RunMetrics::name, Function.identity()));
    List<String> values =
        ReportNumberFormat.column(
            places.stream().mapToDouble(p -> scale * p.value()).toArray(), DIGITS);
    for (int i = 0; i < places.size(); i++) {
      Ranking.Place place = places.get(i);
      RunMetrics run = runs.get(place.run());
      grid.row(
          List.of(
              Cell.plain(place.configName()),
              new Cell(place.run(), Tone.STRONG),
              Cell.plain(values.get(i)),
              new Cell(rank(metric, place.run()), Tone.STRONG),
              Cell.plain(ReportNumberFormat.fixed(PERCENT * run.accuracy(), 1)),
              Cell.plain(ReportNumberFormat.significant(run.energyWh(), DIGITS))));
    }
    pdf.subsection(title);
    pdf.block(grid.table());
  }

  private String rank(String metric, String run) {
    String rank =
        context.analysis().tradeOff().ranking(metric).map(all -> all.rankOf(run)).orElse("");
    return rank.isEmpty() ? ReportNumberFormat.UNKNOWN : rank;
  }
}
