package io.github.greenscreen.report.pdf;

import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The structure of a tagged PDF (ISO 32000-1, 14.8) for screen readers: headings, paragraphs,
 * tables with rows and cells, and charts with alternative texts. Decoration is marked as an
 * artifact. Belongs to one document.
 */
public final class PdfStructureTree {
  public static final String TITLE = "H1";
  static final String HEADING = "H2";
  static final String SUBHEADING = "H3";
  public static final String PARAGRAPH = "P";

  private static final PdfName ARTIFACT = new PdfName("Artifact");
  private static final PdfName ATTRIBUTES = new PdfName("A");
  private static final PdfName ALTERNATIVE = new PdfName("Alt");
  private static final PdfName ACTUAL = new PdfName("ActualText");
  private static final String UNICODE = "UnicodeBig";

  /** Width of a cell that its text cannot use. */
  private static final float MARGIN = 10;

  private final PdfWriter writer;
  private final PdfStructureElement document;

  /**
   * Create the structure of {@code writer}, which was set to tagged before its document was opened.
   */
  PdfStructureTree(PdfWriter writer) {
    this.writer = writer;
    this.document = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
  }

  /** Write the only cell of {@code words} under the tag {@code type}. */
  void words(String type, PdfPTable words, float x, float y) {
    PdfStructureElement tag = new PdfStructureElement(document, new PdfName(type));
    speak(tag, words, 0, 0);
    marked(tag, () -> cell(words, 0, 0, x, y));
  }

  /** Write {@code picture} with the alternative text {@code alternative}. */
  void figure(String alternative, Runnable picture) {
    PdfStructureElement figure = new PdfStructureElement(document, new PdfName("Figure"));
    figure.put(ALTERNATIVE, new PdfString(alternative, UNICODE));
    marked(figure, picture);
  }

  /** Begin a table. */
  PdfStructureElement table() {
    return new PdfStructureElement(document, new PdfName("Table"));
  }

  /** Write decoration that screen readers skip: rules, page numbers, repeated table headers. */
  static void artifact(PdfContentByte canvas, Runnable decoration) {
    canvas.beginMarkedContentSequence(ARTIFACT);
    decoration.run();
    canvas.endMarkedContentSequence();
  }

  /**
   * Write row {@code number} of {@code table}, every cell under its own tag; return the position
   * below it.
   */
  float row(PdfStructureElement tag, PdfPTable table, int number, float x, float y) {
    PdfStructureElement row = new PdfStructureElement(tag, new PdfName("TR"));
    boolean head = number < table.getHeaderRows();
    float left = x;
    for (int column = 0; column < table.getNumberOfColumns(); column++) {
      PdfStructureElement cell = new PdfStructureElement(row, new PdfName(head ? "TH" : "TD"));
      if (head) {
        cell.put(ATTRIBUTES, scope());
      }
      speak(cell, table, number, column);
      int index = column;
      float place = left;
      marked(cell, () -> cell(table, number, index, place, y));
      left += table.getAbsoluteWidths()[column];
    }
    return y - table.getRowHeight(number);
  }

  /**
   * Set the full text of a cell with several lines, because OpenPDF drops the spaces at line
   * breaks.
   */
  private static void speak(PdfStructureElement tag, PdfPTable table, int row, int column) {
    PdfPCell cell = table.getRow(row).getCells()[column];
    List<String> words = new ArrayList<>();
    if (cell.getCompositeElements() == null) {
      float available = table.getAbsoluteWidths()[column];
      if (ColumnText.getWidth(cell.getPhrase()) > available - MARGIN) {
        words.add(cell.getPhrase().getContent());
      }
    } else {
      for (Object part : cell.getCompositeElements()) {
        words.add(((Phrase) part).getContent());
      }
    }
    if (!words.isEmpty()) {
      tag.put(ACTUAL, new PdfString(String.join(", ", words), UNICODE));
    }
  }

  private static PdfDictionary scope() {
    PdfDictionary scope = new PdfDictionary();
    scope.put(new PdfName("O"), new PdfName("Table"));
    scope.put(new PdfName("Scope"), new PdfName("Column"));
    return scope;
  }

  private void cell(PdfPTable table, int row, int column, float x, float y) {
    PdfContentByte[] canvases = PdfPTable.beginWritingRows(writer.getDirectContent());
    table.writeSelectedRows(column, column + 1, row, row + 1, x, y, canvases);
    PdfPTable.endWritingRows(canvases);
  }

  private void marked(PdfStructureElement tag, Runnable content) {
    PdfContentByte canvas = writer.getDirectContent();
    canvas.beginMarkedContentSequence(tag);
    content.run();
    canvas.endMarkedContentSequence();
  }
}
