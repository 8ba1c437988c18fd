package io.github.greenscreen.report.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** Header and footer of every page. */
public final class HeaderFooter extends PdfPageEventHelper {
  private static final float SIZE = 7.5f;
  private static final float TOTAL_WIDTH = 20;

  private final Typography type;
  private final String head;
  private PdfTemplate total;

  public HeaderFooter(Typography type, String head) {
    this.type = type;
    this.head = head;
  }

  @Override
  public void onOpenDocument(PdfWriter writer, Document document) {
    total = writer.getDirectContent().createTemplate(TOTAL_WIDTH, 2 * SIZE);
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    PdfContentByte canvas = writer.getDirectContent();
    PdfStructureTree.artifact(canvas, () -> foot(canvas, writer, document));
  }

  private void foot(PdfContentByte canvas, PdfWriter writer, Document document) {
    float foot = document.bottom() - 26;
    canvas.saveState();
    canvas.setColorStroke(Typography.RULE);
    canvas.setLineWidth(0.5f);
    canvas.moveTo(document.left(), foot + 12);
    canvas.lineTo(document.right(), foot + 12);
    canvas.stroke();
    canvas.restoreState();
    write(canvas, head, document.left(), foot);
    String page = "Page " + writer.getPageNumber() + " of ";
    float width = type.regular().getWidthPoint(page, SIZE);
    write(canvas, page, document.right() - width - 10, foot);
    canvas.addTemplate(total, document.right() - 10, foot - SIZE);
  }

  @Override
  public void onCloseDocument(PdfWriter writer, Document document) {
    write(total, Integer.toString(writer.getPageNumber() - 1), 0, SIZE);
  }

  private void write(PdfContentByte canvas, String text, float x, float y) {
    canvas.saveState();
    canvas.beginText();
    canvas.setFontAndSize(type.regular(), SIZE);
    canvas.setColorFill(Typography.QUIET);
    canvas.setTextMatrix(x, y);
    canvas.showText(text);
    canvas.endText();
    canvas.restoreState();
  }
}
