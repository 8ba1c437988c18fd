package io.github.greenscreen.report.pdf;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Column.Emphasis;
import io.github.greenscreen.table.Table;
import java.awt.Color;
import java.util.List;

/**
 * Renders tables in the report's style: thin rules, every second row shaded, numbers right-aligned.
 */
final class PdfTable {
  private static final float SIZE = 8;

  private final Typography type;

  PdfTable(Typography type) {
    this.type = type;
  }

  <R> PdfPTable of(Table<R> data) {
    List<Column<R>> columns = data.columns();
    float[] widths = new float[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).width();
    }
    PdfPTable table = new PdfPTable(widths);
    table.setHeaderRows(1);
    for (Column<R> column : columns) {
      PdfPCell cell = cell(column, column.title(), type.strong(SIZE - 0.5f, Typography.QUIET));
      cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
      border(cell, Typography.INK, 0.8f);
      table.addCell(cell);
    }
    List<List<String>> printed = columns.stream().map(each -> each.printed(data.rows())).toList();
    for (int row = 0; row < data.rows().size(); row++) {
      for (int i = 0; i < columns.size(); i++) {
        Column<R> column = columns.get(i);
        Font font = font(column.emphasis().apply(data.rows().get(row)));
        PdfPCell cell = cell(column, printed.get(i).get(row), font);
        cell.setBackgroundColor(row % 2 == 1 ? Typography.ZEBRA : null);
        border(cell, Typography.RULE, 0.4f);
        table.addCell(cell);
      }
    }
    return table;
  }

  private Font font(Emphasis emphasis) {
    return switch (emphasis) {
      case PLAIN -> type.plain(SIZE, Typography.INK);
      case STRONG -> type.strong(SIZE, Typography.INK);
      case QUIET -> type.plain(SIZE, Typography.QUIET);
    };
  }

  private static PdfPCell cell(Column<?> column, String text, Font font) {
    boolean right = column.format().isRight();
    PdfPCell cell = new PdfPCell(new Phrase(unbroken(text, font)));
    cell.setHorizontalAlignment(right ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    cell.setPadding(3);
    cell.setPaddingLeft(right ? 3 : 6);
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
