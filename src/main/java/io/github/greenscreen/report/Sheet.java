package io.github.greenscreen.report;

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
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/**
 * Puts blocks below each other on pages. A heading goes to the page on which its first block
 * begins, a chart or paragraph is never cut, and a long table repeats its head. Lengths are in
 * points. Not thread-safe.
 */
final class Sheet {
  /** Rows of a table that must fit below a heading, or below the last block of a page. */
  private static final int FEW_ROWS = 4;

  /** Rows up to which a table is not cut at all. */
  private static final int SHORT_TABLE = 16;

  private static final float GAP = 8;

  private final Document document;
  private final PdfWriter writer;
  private final Typography type;
  private float y;
  private PdfPTable heading;
  private String bookmark;

  Sheet(Document document, PdfWriter writer, Typography type) {
    this.document = document;
    this.writer = writer;
    this.type = type;
    this.y = document.top();
  }

  Typography type() {
    return type;
  }

  float width() {
    return document.right() - document.left();
  }

  /** Begin a section, listed in the bookmarks. */
  void section(String title) {
    heading = words(title, type.strong(14, Typography.ACCENT), 12, 3);
    bookmark = title;
  }

  /** Begin a part of a section. */
  void subsection(String title) {
    PdfPTable part = words(title, type.strong(10, Typography.INK), 4, 0);
    attach(part);
  }

  private void attach(PdfPTable part) {
    if (heading == null) {
      heading = part;
      return;
    }
    PdfPCell cell = new PdfPCell(part);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    heading.addCell(cell);
  }

  /** Add a paragraph that stays with the heading before it and with the block after it. */
  void lead(String text) {
    attach(words(text, type.text(), 3, 2));
  }

  /** Add a paragraph of running text. */
  void paragraph(String text) {
    block(words(text, type.text(), 0, 0));
  }

  /** Add a paragraph of small grey text. */
  void remark(String text) {
    block(words(text, type.small(), 0, 0));
  }

  /** Add {@code table} without cutting it. */
  void block(PdfPTable table) {
    table.setTotalWidth(width());
    begin(table.getTotalHeight());
    write(table, 0, table.size());
    y -= GAP;
  }

  /** Add {@code table}, cut between rows where need be, its head repeated on every page. */
  void table(PdfPTable table) {
    table.setTotalWidth(width());
    int head = table.getHeaderRows();
    int rows = table.size();
    begin(height(table, 0, rows - head <= SHORT_TABLE ? rows : head + FEW_ROWS));
    write(table, 0, head);
    for (int row = head; row < rows; row++) {
      boolean single = row == rows - 2 && !fits(height(table, row, rows));
      if (!fits(table.getRowHeight(row)) || single) {
        breakPage();
        write(table, 0, head);
      }
      write(table, row, row + 1);
    }
    y -= GAP;
  }

  /** Add {@code chart} over the whole width, {@code height} high, as vectors with real text. */
  void chart(JFreeChart chart, float height) {
    begin(height);
    PdfContentByte canvas = writer.getDirectContent();
    PdfTemplate picture = canvas.createTemplate(width(), height);
    Graphics2D graphics = picture.createGraphics(width(), height, new OneFont(type.regular()));
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width(), height));
    graphics.dispose();
    canvas.addTemplate(picture, document.left(), y - height);
    writer.setPageEmpty(false);
    y -= height + GAP;
  }

  /** Add {@code chart} as high as the page has room for, between two heights. */
  void chart(JFreeChart chart, float lowest, float highest) {
    float before = heading == null ? 0 : heading.getTotalHeight() + GAP;
    float room = y - before - document.bottom();
    chart(chart, Math.max(lowest, Math.min(highest, room)));
  }

  /** Begin a new page unless {@code height} fits on this one, so that a section stays together. */
  void together(float height) {
    if (!fits(height)) {
      breakPage();
    }
  }

  /** Leave {@code height} blank. */
  void space(float height) {
    y -= height;
  }

  /** Go to the next page, unless this one is empty. */
  void breakPage() {
    if (y < document.top()) {
      document.newPage();
      y = document.top();
    }
  }

  /** Return words over the whole width in a table of one cell, so that they have a height. */
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

  /** Make room for the pending heading and {@code height} below it, and write the heading. */
  private void begin(float height) {
    float before = heading == null ? 0 : heading.getTotalHeight() + GAP;
    if (!fits(before + height)) {
      breakPage();
    }
    if (heading == null) {
      return;
    }
    if (bookmark != null) {
      PdfDestination place = new PdfDestination(PdfDestination.FITH, y);
      new PdfOutline(writer.getDirectContent().getRootOutline(), place, bookmark);
      bookmark = null;
    }
    PdfPTable due = heading;
    heading = null;
    write(due, 0, due.size());
    y -= GAP / 2;
  }

  private boolean fits(float height) {
    return y - height >= document.bottom();
  }

  private void write(PdfPTable table, int from, int to) {
    if (to > from) {
      y = table.writeSelectedRows(from, to, document.left(), y, writer.getDirectContent());
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
