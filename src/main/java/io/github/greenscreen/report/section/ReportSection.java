package io.github.greenscreen.report.section;

import io.github.greenscreen.report.pdf.PdfDocumentWriter;

/** A section of the report, which writes its own content. */
public interface ReportSection {
  /** Write the section at the current position of {@code pdf}, or nothing if it does not apply. */
  void write(PdfDocumentWriter pdf);
}
