package io.github.greenscreen.report;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The words of a PDF. */
final class PdfText {
  private PdfText() {}

  /**
   * Return the words of each page of {@code reader}, line by line as they were written. Tags are
   * taken out first: the extractor joins the lines of tagged words and loses those of artifacts.
   */
  static List<String> pages(PdfReader reader) throws IOException {
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      String content = new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1);
      String bare = content.replaceAll("(?m)^(/\\w+ <</MCID \\d+>> BDC|/Artifact BMC|EMC) *$", "");
      reader.setPageContent(page, bare.getBytes(StandardCharsets.ISO_8859_1));
    }
    PdfTextExtractor extractor = new PdfTextExtractor(reader);
    List<String> pages = new ArrayList<>();
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      pages.add(extractor.getTextFromPage(page));
    }
    return pages;
  }
}
