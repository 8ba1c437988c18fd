package io.github.greenscreen.report.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import io.github.greenscreen.chart.ChartAltText;
import io.github.greenscreen.table.Table;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;

/**
 * Writes blocks below each other on pages. A heading is on the same page as the beginning of its
 * first block, a chart or paragraph is never split, and a long table repeats its header. Lengths
 * are in points. Not thread-safe.
 */
public final class PdfDocumentWriter {
  /** Minimum rows of a table below a heading, or below the last block of a page. */
  private static final int FEW_ROWS = 4;

  /** Maximum rows of a table that is never split. */
  private static final int SHORT_TABLE = 16;

  private static final float GAP = 8;

  private final Document document;
  private final PdfWriter writer;
  private final Typography type;
  private final PdfStructureTree tags;
  private final List<Piece> heading = new ArrayList<>();
  private float y;
  private String bookmark;
  private String title = "";

  /** Text that waits for the block below it, and its tag. */
  private record Piece(PdfPTable words, String tag) {}

  public PdfDocumentWriter(Document document, PdfWriter writer, Typography type) {
    this.document = document;
    this.writer = writer;
    this.type = type;
    this.tags = new PdfStructureTree(writer);
    this.y = document.top();
  }

  public Typography type() {
    return type;
  }

  float width() {
    return document.right() - document.left();
  }

  /** Begin a section, listed in the bookmarks. */
  public void section(String words) {
    heading.clear();
    attach(words(words, type.strong(14, Typography.ACCENT), 12, 3), PdfStructureTree.HEADING);
    bookmark = words;
    title = words;
  }

  /** Begin a subsection. */
  public void subsection(String words) {
    attach(words(words, type.strong(10, Typography.INK), 4, 0), PdfStructureTree.SUBHEADING);
    title = words;
  }

  /** Add a paragraph that stays with the heading before it and the block after it. */
  public void lead(String text) {
    attach(words(text, type.text(), 3, 2), PdfStructureTree.PARAGRAPH);
  }

  private void attach(PdfPTable words, String tag) {
    heading.add(new Piece(words, tag));
  }

  /** Add a paragraph of running text. */
  public void paragraph(String text) {
    line(text, type.text(), PdfStructureTree.PARAGRAPH);
  }

  /** Add a paragraph of small grey text. */
  public void remark(String text) {
    line(text, type.small(), PdfStructureTree.PARAGRAPH);
  }

  /** Add text in {@code font} under {@code tag}. */
  public void line(String text, Font font, String tag) {
    PdfPTable words = words(text, font, 0, 0);
    begin(words.getTotalHeight());
    write(new Piece(words, tag));
    y -= GAP;
  }

  /** Add {@code table} without splitting it. */
  public void block(Table<?> table) {
    block(new PdfTable(type).of(table));
  }

  /** Add {@code table}, split between rows if necessary, with its header on every page. */
  public void table(Table<?> table) {
    table(new PdfTable(type).of(table));
  }

  /** Add {@code table} without splitting it. */
  public void block(PdfPTable table) {
    table.setTotalWidth(width());
    begin(table.getTotalHeight());
    PdfStructureElement tag = tags.table();
    for (int row = 0; row < table.size(); row++) {
      write(tag, table, row);
    }
    y -= GAP;
  }

  /** Add {@code table}, split between rows if necessary, with its header on every page. */
  public void table(PdfPTable table) {
    table.setTotalWidth(width());
    int head = table.getHeaderRows();
    int rows = table.size();
    begin(height(table, 0, rows - head <= SHORT_TABLE ? rows : head + FEW_ROWS));
    PdfStructureElement tag = tags.table();
    for (int row = 0; row < rows; row++) {
      boolean single = row >= head && row == rows - 2 && !fits(height(table, row, rows));
      if (!fits(table.getRowHeight(row)) || single) {
        breakPage();
        repeat(table, head);
      }
      write(tag, table, row);
    }
    y -= GAP;
  }

  /**
   * Add {@code chart} over the whole width, {@code height} high, as vector graphics with real text.
   */
  public void chart(JFreeChart chart, float height) {
    begin(height);
    PdfContentByte canvas = writer.getDirectContent();
    PdfTemplate picture = canvas.createTemplate(width(), height);
    Graphics2D graphics =
        picture.createGraphics(width(), height, new EmbeddedFontMapper(type.regular()));
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width(), height));
    graphics.dispose();
    float bottom = y - height;
    tags.figure(alternative(chart), () -> canvas.addTemplate(picture, document.left(), bottom));
    writer.setPageEmpty(false);
    y -= height + GAP;
  }

  /** Describe a chart in words. */
  private String alternative(JFreeChart chart) {
    String axes = ChartAltText.axes(chart);
    return "Chart: " + title + (axes.isEmpty() ? "" : ". Axes: " + axes) + ".";
  }

  /** Add {@code chart} with the height that is left on the page, between two limits. */
  public void chart(JFreeChart chart, float lowest, float highest) {
    float before = pending();
    float available = y - before - document.bottom();
    chart(chart, Math.max(lowest, Math.min(highest, available)));
  }

  /** Begin a new page unless {@code height} fits on this one, which keeps a section together. */
  public void together(float height) {
    if (!fits(height)) {
      breakPage();
    }
  }

  /** Leave {@code height} blank. */
  public void space(float height) {
    y -= height;
  }

  /** Go to the next page, unless this one is empty. */
  public void breakPage() {
    if (y < document.top()) {
      document.newPage();
      y = document.top();
    }
  }

  /** Return text over the whole width as a table of one cell, whose height can be measured. */
  PdfPTable words(String text, Font font, float above, float below) {
    PdfPTable table = new PdfPTable(1);
    table.setTotalWidth(width());
    PdfPCell cell = new PdfPCell(new Phrase(text, font));
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    cell.setPaddingTop(above);
    cell.setPaddingBottom(below);
    cell.setLeading(0, 1.4f);
    cell.setHorizontalAlignment(Element.ALIGN_LEFT);
    table.addCell(cell);
    return table;
  }

  /** Return the height of the pending heading, including the gap below it. */
  private float pending() {
    float height = 0;
    for (Piece piece : heading) {
      height += piece.words().getTotalHeight();
    }
    return heading.isEmpty() ? 0 : height + GAP;
  }

  /** Make space for the pending heading and {@code height} below it, and write the heading. */
  private void begin(float height) {
    if (!fits(pending() + height)) {
      breakPage();
    }
    if (heading.isEmpty()) {
      return;
    }
    if (bookmark != null) {
      PdfDestination place = new PdfDestination(PdfDestination.FITH, y);
      new PdfOutline(writer.getDirectContent().getRootOutline(), place, bookmark);
      bookmark = null;
    }
    heading.forEach(this::write);
    heading.clear();
    y -= GAP / 2;
  }

  private boolean fits(float height) {
    return y - height >= document.bottom();
  }

  private void write(Piece piece) {
    PdfPTable words = piece.words();
    tags.words(piece.tag(), words, document.left(), y);
    y -= words.getTotalHeight();
    writer.setPageEmpty(false);
  }

  private void write(PdfStructureElement tag, PdfPTable table, int row) {
    y = tags.row(tag, table, row, document.left(), y);
    writer.setPageEmpty(false);
  }

  /** Repeat the header of a table, invisible to screen readers. */
  private void repeat(PdfPTable table, int head) {
    if (head > 0) {
      float top = y;
      PdfContentByte canvas = writer.getDirectContent();
      PdfStructureTree.artifact(
          canvas, () -> table.writeSelectedRows(0, head, document.left(), top, canvas));
      y -= height(table, 0, head);
      writer.setPageEmpty(false);
    }
  }

  private static float height(PdfPTable table, int from, int to) {
    float height = 0;
    for (int row = from; row < Math.min(to, table.size()); row++) {
      height += table.getRowHeight(row);
    }
    return height;
  }
}
