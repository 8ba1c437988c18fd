package io.github.greenscreen.report.pdf;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;
import java.util.List;

/** A table in the report's style: thin rules, every second row shaded, numbers right-aligned. */
public final class PdfTable {
  private static final float SIZE = 8;

  private final Typography type;
  private final List<Column> columns;
  private final PdfPTable table;
  private int rows;

  /** A column: its title, its share of the width, and whether it holds numbers. */
  public record Column(String title, float share, boolean number) {
    public static Column words(String title, float share) {
      return new Column(title, share, false);
    }

    public static Column number(String title, float share) {
      return new Column(title, share, true);
    }
  }

  /** The emphasis of a cell. */
  public enum Tone {
    PLAIN,
    STRONG,
    QUIET
  }

  public PdfTable(Typography type, List<Column> columns) {
    this.type = type;
    this.columns = List.copyOf(columns);
    float[] shares = new float[columns.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = columns.get(i).share();
    }
    this.table = new PdfPTable(shares);
    table.setHeaderRows(1);
    for (Column column : columns) {
      PdfPCell cell = cell(column, column.title(), type.strong(SIZE - 0.5f, Typography.QUIET));
      cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
      border(cell, Typography.INK, 0.8f);
      table.addCell(cell);
    }
  }

  /** The text of a cell and its emphasis. */
  public record Cell(String text, Tone tone) {
    public static Cell plain(String text) {
      return new Cell(text, Tone.PLAIN);
    }
  }

  /** Add a row of plain text, one string per column. */
  public PdfTable words(List<String> words) {
    return row(Tone.PLAIN, words);
  }

  /** Add a row of text with one emphasis, one string per column. */
  public PdfTable row(Tone tone, List<String> words) {
    return row(words.stream().map(text -> new Cell(text, tone)).toList());
  }

  /** Add a row, one cell per column. */
  public PdfTable row(List<Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells in " + columns.size() + " columns");
    }
    for (int i = 0; i < cells.size(); i++) {
      PdfPCell cell = cell(columns.get(i), cells.get(i).text(), font(cells.get(i).tone()));
      cell.setBackgroundColor(rows % 2 == 1 ? Typography.ZEBRA : null);
      border(cell, Typography.RULE, 0.4f);
      table.addCell(cell);
    }
    rows++;
    return this;
  }

  public PdfPTable table() {
    return table;
  }

  private Font font(Tone tone) {
    return switch (tone) {
      case PLAIN -> type.plain(SIZE, Typography.INK);
      case STRONG -> type.strong(SIZE, Typography.INK);
      case QUIET -> type.plain(SIZE, Typography.QUIET);
    };
  }

  private static PdfPCell cell(Column column, String text, Font font) {
    PdfPCell cell = new PdfPCell(new Phrase(unbroken(text, font)));
    cell.setHorizontalAlignment(column.number() ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    cell.setPadding(3);
    cell.setPaddingLeft(column.number() ? 3 : 6);
    cell.setPaddingTop(1.5f);
    cell.setPaddingBottom(3.5f);
    cell.setLeading(0, 1.25f);
    return cell;
  }

  /** Return text that breaks at spaces only, not at the hyphens of 80-10-10. */
  private static Chunk unbroken(String text, Font font) {
    Chunk chunk = new Chunk(text, font);
    chunk.setSplitCharacter((start, current, end, cc, ck) -> cc[current] == ' ');
    return chunk;
  }

  private static void border(PdfPCell cell, Color color, float width) {
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(color);
    cell.setBorderWidthBottom(width);
  }
}
