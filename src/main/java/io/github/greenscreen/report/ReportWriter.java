package io.github.greenscreen.report;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.report.context.PowerSampleSource;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ReportInput;
import io.github.greenscreen.report.pdf.HeaderFooter;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.Typography;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.GregorianCalendar;

/** Writes the report as a PDF of A4 pages. */
public final class ReportWriter {
  private static final float SIDE = 54;
  private static final float TOP = 48;
  private static final float BOTTOM = 64;

  private ReportWriter() {}

  /**
   * Write the report to {@code pdf}, and create its folder if necessary. The file is replaced
   * atomically when the report is complete.
   *
   * @throws ReportException if the file cannot be written
   */
  public static void write(Path pdf, ReportInput input) {
    write(pdf, input, PowerSampleSource.empty());
  }

  /**
   * Write the report as above, with power traces from {@code power}.
   *
   * @throws ReportException if the file cannot be written
   */
  public static void write(Path pdf, ReportInput input, PowerSampleSource power) {
    ReportFile.write(pdf, render(input, power));
  }

  private static byte[] render(ReportInput input, PowerSampleSource power) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ReportContext context = ReportContext.of(input);
    try (Document document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM)) {
      PdfWriter writer = PdfWriter.getInstance(document, bytes);
      Typography type = new Typography();
      describe(document, writer, context);
      writer.setPageEvent(new HeaderFooter(type, context.title() + " · " + context.date()));
      document.open();
      PdfDocumentWriter pdf = new PdfDocumentWriter(document, writer, type);
      ReportLayout.sections(context, power).forEach(section -> section.write(pdf));
    } catch (DocumentException e) {
      throw new ReportException("cannot lay out the report (" + FailureReason.of(e) + ")", e);
    }
    return bytes.toByteArray();
  }

  /** Set the metadata of the file and the viewer preferences. */
  private static void describe(Document document, PdfWriter writer, ReportContext context) {
    ReportInput input = context.input();
    document.addTitle(context.title());
    document.addAuthor("greenscreen");
    document.addSubject(context.subject());
    document.addKeywords("energy, accuracy, training, sweep");
    document.addCreator("greenscreen " + input.version());
    PdfDate date = new PdfDate(GregorianCalendar.from(input.created()));
    writer.getInfo().put(PdfName.CREATIONDATE, date);
    writer.getInfo().put(PdfName.MODDATE, date);
    writer.setTagged();
    writer.setFullCompression();
    writer.setViewerPreferences(PdfWriter.PageModeUseOutlines | PdfWriter.DisplayDocTitle);
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en"));
    writer.createXmpMetadata();
  }
}
