package io.github.greenscreen.report;

import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.github.greenscreen.analysis.Cost;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.analysis.SourceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The head of the first page: title, circumstances, and the most efficient run in four figures. */
final class Cover {
  private static final int TILES = 4;

  private final Story story;

  Cover(Story story) {
    this.story = story;
  }

  void write(Sheet sheet) {
    Typography type = sheet.type();
    sheet.block(sheet.words("greenscreen", type.strong(10, Typography.ACCENT), 0, 0));
    sheet.space(-4);
    sheet.block(sheet.words(story.title(), type.strong(20, Typography.INK), 0, 0));
    sheet.space(-4);
    sheet.block(
        sheet.words(
            story.subject() + " · " + story.date(), type.plain(10, Typography.QUIET), 0, 2));
    sheet.block(facts(type));
    story.cast().efficient().ifPresent(actor -> sheet.block(tiles(type, actor.metrics())));
  }

  private PdfPTable facts(Typography type) {
    PdfPTable table = new PdfPTable(new float[] {1.1f, 2.4f, 1.1f, 2.4f});
    List<Map.Entry<String, String>> facts = new ArrayList<>(story.facts().table().entrySet());
    facts.add(Map.entry("Report by", "greenscreen " + story.input().version()));
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

  private PdfPTable tiles(Typography type, RunMetrics run) {
    Cost cost = story.cost();
    Optional<RunMetrics> base = story.cast().baseline().map(Actor::metrics);
    PdfPTable table = new PdfPTable(TILES);
    tile(table, type, "Most efficient run", run.name(), "of " + story.analysis().runs().size());
    tile(
        table,
        type,
        "Validation accuracy",
        Numbers.percent(run.accuracy()),
        base.map(b -> "baseline " + Numbers.percent(b.accuracy())).orElse(""));
    tile(
        table,
        type,
        cost == Cost.ENERGY ? SourceMark.beside("Energy", run.mark()) : "Time",
        amount(cost, run),
        base.map(b -> "baseline " + amount(cost, b) + unlike(run, b)).orElse(""));
    tile(
        table,
        type,
        SourceMark.beside("Efficiency", run.mark()),
        Numbers.quantity(run.efficiency(), cost.efficiencyUnit()),
        base.map(
                b ->
                    "baseline "
                        + Numbers.quantity(b.efficiency(), cost.efficiencyUnit())
                        + unlike(run, b))
            .orElse(""));
    return table;
  }

  /** Return where the energy of the baseline comes from, if not from where that of the run does. */
  private static String unlike(RunMetrics run, RunMetrics base) {
    boolean differ = run.hasEnergy() && base.hasEnergy() && run.powerSource() != base.powerSource();
    return differ ? " (" + base.powerSource().words() + ")" : "";
  }

  private static String amount(Cost cost, RunMetrics run) {
    return cost == Cost.ENERGY
        ? Numbers.quantity(run.energyWh(), "Wh")
        : Numbers.duration(run.seconds());
  }

  private static void tile(
      PdfPTable table, Typography type, String name, String value, String below) {
    PdfPCell cell = new PdfPCell();
    cell.addElement(new Paragraph(10, name, type.plain(8, Typography.QUIET)));
    cell.addElement(new Paragraph(18, value, type.strong(14, Typography.ACCENT)));
    cell.addElement(new Paragraph(13, below, type.plain(8, Typography.QUIET)));
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
