package io.github.greenscreen.report.section;

import com.lowagie.text.pdf.PdfPTable;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.ranking.Ranking;
import io.github.greenscreen.analysis.ranking.Ranking.Place;
import io.github.greenscreen.analysis.ranking.TargetAccuracy;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Cell;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.report.pdf.PdfTable.Tone;
import io.github.greenscreen.report.pdf.Typography;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The runs that reach the target accuracy at the lowest cost. */
final class TargetTable {
  private static final int LENGTH = 5;
  private static final int DIGITS = 4;

  private final ReportContext context;

  TargetTable(ReportContext context) {
    this.context = context;
  }

  /** Write the table; nothing if no run has an accuracy. */
  void write(PdfDocumentWriter pdf) {
    TargetAccuracy target = context.analysis().tradeOff().target();
    if (Double.isNaN(target.accuracy())) {
      return;
    }
    String noun = context.cost().noun();
    List<Place> places =
        context
            .analysis()
            .tradeOff()
            .ranking(noun + "_to_target")
            .map(Ranking::places)
            .orElse(List.of());
    pdf.subsection(
        "By %s to the target of %s"
            .formatted(
                PowerSourceLabel.beside(noun, context.analysis().mark()),
                ReportNumberFormat.percent(target.accuracy())));
    String words =
        "%s of %s reach %s validation accuracy (%s)"
            .formatted(
                places.size(),
                ReportNumberFormat.count(context.analysis().runs().size(), "run", "runs"),
                ReportNumberFormat.percent(target.accuracy()),
                target.origin());
    if (places.isEmpty()) {
      pdf.paragraph(words + ".");
      return;
    }
    pdf.lead(
        words
            + "; unlike efficiency, the amount needed until then does not reward a run for "
            + "stopping early.");
    pdf.block(grid(pdf.type(), places.subList(0, Math.min(LENGTH, places.size()))));
  }

  private PdfPTable grid(Typography type, List<Place> places) {
    String unit = context.cost().unit();
    PdfTable grid =
        new PdfTable(
            type,
            List.of(
                Column.words("Rank", 1),
                Column.words("Run", 1),
                Column.number("To the target (" + unit + ")", 2),
                Column.number("After epoch", 1.5f),
                Column.number("At the end (" + unit + ")", 2),
                Column.number("Accuracy at the end (%)", 2)));
    Map<String, RunMetrics> runs =
        context.analysis().runs().stream()
            .collect(Collectors.toMap(RunMetrics::name, Function.identity(), (a, b) -> a));
    List<String> values =
        ReportNumberFormat.column(places.stream().mapToDouble(Place::value).toArray(), DIGITS);
    List<String> costs =
        ReportNumberFormat.column(
            places.stream().map(p -> runs.get(p.run())).mapToDouble(context.cost()::of).toArray(),
            DIGITS);
    for (int i = 0; i < places.size(); i++) {
      RunMetrics run = runs.get(places.get(i).run());
      grid.row(
          List.of(
              Cell.plain(places.get(i).configName()),
              new Cell(run.name(), Tone.STRONG),
              Cell.plain(values.get(i)),
              Cell.plain(Integer.toString(run.detail().targetEpoch())),
              Cell.plain(costs.get(i)),
              Cell.plain(ReportNumberFormat.fixed(100 * run.accuracy(), 1))));
    }
    return grid.table();
  }
}
