package io.github.greenscreen.report.section;

import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.report.context.DecisionMetric;
import io.github.greenscreen.report.context.RecommendationEvidence;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfStructureTree;
import io.github.greenscreen.report.pdf.Typography;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The top of the first page: title, experimental conditions, and the possible savings in four
 * tiles.
 */
final class TitleBlock {
  private final ReportContext context;

  TitleBlock(ReportContext context) {
    this.context = context;
  }

  /** Write title, subject, and date. */
  void title(PdfDocumentWriter pdf) {
    Typography type = pdf.type();
    pdf.line("greenscreen", type.strong(10, Typography.ACCENT), PdfStructureTree.PARAGRAPH);
    pdf.space(-4);
    pdf.line(context.title(), type.strong(20, Typography.INK), PdfStructureTree.TITLE);
    pdf.space(-4);
    pdf.line(
        context.subject() + " · " + context.date(),
        type.plain(10, Typography.QUIET),
        PdfStructureTree.PARAGRAPH);
    pdf.space(2);
  }

  /** Return the experimental conditions of the runs. */
  PdfPTable facts(Typography type) {
    PdfPTable table = new PdfPTable(new float[] {1.1f, 2.4f, 1.1f, 2.4f});
    List<Map.Entry<String, String>> facts = new ArrayList<>(context.facts().table().entrySet());
    facts.add(Map.entry("Report by", "greenscreen " + context.input().version()));
    int half = (facts.size() + 1) / 2;
    for (int i = 0; i < half; i++) {
      fact(table, type, facts.get(i));
      fact(table, type, half + i < facts.size() ? facts.get(half + i) : Map.entry("", ""));
    }
    return table;
  }

  private static void fact(PdfPTable table, Typography type, Map.Entry<String, String> fact) {
    table.addCell(bare(new Phrase(fact.getKey(), type.plain(8, Typography.QUIET))));
    table.addCell(bare(new Phrase(fact.getValue(), type.plain(8, Typography.INK))));
  }

  private static PdfPCell bare(Phrase phrase) {
    PdfPCell cell = new PdfPCell(phrase);
    cell.setBorder(Rectangle.TOP);
    cell.setBorderColor(Typography.RULE);
    cell.setBorderWidthTop(0.4f);
    cell.setPadding(2);
    cell.setPaddingLeft(0);
    cell.setPaddingBottom(3.5f);
    return cell;
  }

  /** Return the differences between the recommended configuration and the baseline. */
  PdfPTable tiles(Typography type, RecommendationEvidence verdict) {
    DecisionMetric[] figures = DecisionMetric.values();
    PdfPTable table = new PdfPTable(figures.length);
    for (DecisionMetric figure : figures) {
      String mark = figure.isOfPower() ? context.highlightedMark() : "";
      RecommendationEvidence.Evidence found = verdict.evidence(figure);
      double change = verdict.change(figure);
      double base = verdict.ofBaseline(figure);
      double scale = verdict.scale(figure);
      String label = PowerSourceLabel.beside(figure.label(), mark);
      if (verdict.isBaseline() && Double.isFinite(base)) {
        tile(table, type, label, figure.configName(base, scale), "the baseline itself");
      } else if (Double.isFinite(change)) {
        String below =
            "%s instead of %s (%s)"
                .formatted(
                    figure.configName(found.value(), scale),
                    figure.configName(base, scale),
                    found.origin());
        tile(table, type, label, figure.change(change, scale), below);
      } else {
        String origin = Double.isFinite(found.value()) ? found.origin() + ", " : "";
        tile(table, type, label, figure.configName(found.value(), scale), origin + "no comparison");
      }
    }
    return table;
  }

  private static void tile(
      PdfPTable table, Typography type, String name, String value, String below) {
    PdfPCell cell = new PdfPCell();
    cell.addElement(new Paragraph(10, name, type.plain(8, Typography.QUIET)));
    cell.addElement(new Paragraph(18, value, type.strong(14, Typography.ACCENT)));
    cell.addElement(new Paragraph(10, below, type.plain(8, Typography.QUIET)));
    cell.setBorder(Rectangle.LEFT);
    cell.setBorderColor(Typography.ACCENT);
    cell.setBorderWidthLeft(1.5f);
    cell.setBackgroundColor(Typography.ZEBRA);
    cell.setPadding(4);
    cell.setPaddingLeft(9);
    cell.setPaddingBottom(7);
    table.addCell(cell);
  }
}
