package io.github.greenscreen.report.section;

import com.lowagie.text.pdf.PdfPTable;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.regression.Interaction;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ResponseLabel;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.report.pdf.PdfTable.Tone;
import io.github.greenscreen.report.pdf.Typography;
import io.github.greenscreen.report.text.ExecutiveSummary;
import java.util.Comparator;
import java.util.List;

/** Interactions of pairs of parameters, if the analysis included them. */
final class PairsTable {
  private static final int MAX = 12;

  private final ReportContext context;

  PairsTable(ReportContext context) {
    this.context = context;
  }

  /** Write the pairs with the lowest p values; nothing if there are none. */
  void write(PdfDocumentWriter pdf) {
    List<Interaction> all = context.analysis().interactions();
    if (all.isEmpty()) {
      return;
    }
    List<Interaction> shown =
        all.stream().sorted(Comparator.comparingDouble(Interaction::p)).limit(MAX).toList();
    long clear = all.stream().filter(pair -> pair.adjustedP() < ExecutiveSummary.LEVEL).count();
    pdf.subsection("Pairs of parameters");
    pdf.lead(
        "Whether the effect of one parameter depends on another, one pair at a time on top of all main effects. Of %s %s clear (adjusted p below 0.1, in bold)%s."
            .formatted(
                ReportNumberFormat.count(all.size(), "pair", "pairs"),
                clear == 0 ? "none is" : clear == 1 ? "1 is" : clear + " are",
                shown.size() < all.size() ? "; these have the lowest p" : ""));
    pdf.table(table(pdf.type(), shown));
  }

  private PdfPTable table(Typography type, List<Interaction> shown) {
    PdfTable grid =
        new PdfTable(
            type,
            List.of(
                Column.words("Response", 2.4f),
                Column.words("Pair", 3.4f),
                Column.number("Degrees of freedom", 1.6f),
                Column.number("left", 0.8f),
                Column.number("F", 1),
                Column.number("p", 1),
                Column.number("p, adjusted", 1.1f),
                Column.number("Partial η²", 1)));
    for (Interaction pair : shown) {
      boolean whole = pair.degreesOfFreedom() == pair.possibleDegreesOfFreedom();
      grid.row(
          pair.adjustedP() < ExecutiveSummary.LEVEL ? Tone.STRONG : Tone.PLAIN,
          List.of(
              name(pair),
              pair.first() + " : " + pair.second(),
              pair.degreesOfFreedom() + (whole ? "" : " of " + pair.possibleDegreesOfFreedom()),
              Integer.toString(pair.residualDegreesOfFreedom()),
              ReportNumberFormat.fixed(pair.f(), 2),
              ReportNumberFormat.p(pair.p()),
              ReportNumberFormat.p(pair.adjustedP()),
              ReportNumberFormat.fixed(pair.partialEtaSquared(), 3)));
    }
    return grid.table();
  }

  private String name(Interaction pair) {
    ResponseLabel found = ResponseLabel.of(pair.response(), context.cost());
    return PowerSourceLabel.beside(
        found.name(), found.isOfPower() ? context.analysis().basis().source().mark() : "");
  }
}
