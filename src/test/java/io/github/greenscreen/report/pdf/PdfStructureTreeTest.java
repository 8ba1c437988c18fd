package io.github.greenscreen.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfString;
import io.github.greenscreen.report.ReportFixture;
import io.github.greenscreen.report.ReportWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks through the structure of a whole report as a screen reader would. */
final class PdfStructureTreeTest {
  private static final PdfName KIDS = new PdfName("K");
  private static final PdfName TYPE = new PdfName("S");

  @TempDir Path folder;

  @Test
  void write_report_isTagged() throws IOException {
    try (PdfReader reader = report()) {
      PdfDictionary catalog = reader.getCatalog();

      assertThat(catalog.getAsDict(new PdfName("MarkInfo")).get(new PdfName("Marked")))
          .hasToString("true");
      assertThat(catalog.getAsString(PdfName.LANG)).hasToString("en");
      List<PdfDictionary> parts = parts(reader);
      assertThat(parts).hasSizeGreaterThan(80);
      assertThat(types(parts)).startsWith("P", "H1", "P", "H2", "P", "Table").contains("H3");
    }
  }

  @Test
  void write_tables_haveRowsOfAsManyCellsAsTheirHead() throws IOException {
    try (PdfReader reader = report()) {
      List<PdfDictionary> tables = ofType(parts(reader), "Table");

      assertThat(tables).hasSizeGreaterThan(15);
      for (PdfDictionary table : tables) {
        List<PdfDictionary> rows = kids(table);
        assertThat(types(rows)).containsOnly("TR");
        int columns = kids(rows.get(0)).size();
        assertThat(rows).allSatisfy(row -> assertThat(kids(row)).hasSize(columns));
      }
      List<PdfDictionary> heads =
          tables.stream().map(table -> kids(kids(table).get(0)).get(0)).toList();
      assertThat(ofType(heads, "TH"))
          .hasSizeGreaterThan(12)
          .allSatisfy(
              head ->
                  assertThat(head.getAsDict(new PdfName("A")).get(new PdfName("Scope")))
                      .hasToString("/Column"));
    }
  }

  @Test
  void write_charts_sayWhatTheyShow() throws IOException {
    try (PdfReader reader = report()) {
      List<String> alternatives =
          ofType(parts(reader), "Figure").stream().map(figure -> text(figure, "Alt")).toList();

      assertThat(alternatives)
          .hasSizeGreaterThan(7)
          .contains(
              "Chart: Accuracy against energy. Axes: Energy of the run (Wh); Validation accuracy (%).")
          .allSatisfy(words -> assertThat(words).startsWith("Chart: "));
    }
  }

  @Test
  void write_wordsOfSeveralLines_canBeReadInWhole() throws IOException {
    try (PdfReader reader = report()) {
      List<String> paragraphs =
          ofType(parts(reader), "P").stream().map(each -> text(each, "ActualText")).toList();

      assertThat(paragraphs)
          .anySatisfy(
              words ->
                  assertThat(words)
                      .startsWith("A linear regression compares every value of a parameter with"));
      PdfDictionary tile = kids(kids(ofType(parts(reader), "Table").get(0)).get(0)).get(0);
      assertThat(text(tile, "ActualText")).matches("Energy, −.* Wh, .* Wh instead of .*");
    }
  }

  @Test
  void write_everyPage_marksAllThatIsNoDecoration() throws IOException {
    try (PdfReader reader = report()) {
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        String content = new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1);

        assertThat(count(content, "\\bB[DM]C\\b"))
            .as("page %d", page)
            .isEqualTo(count(content, "\\bEMC\\b"))
            .isGreaterThan(2);
        assertThat(content).contains("/Artifact BMC");
      }
    }
  }

  private PdfReader report() throws IOException {
    Path pdf = folder.resolve("report.pdf");
    ReportWriter.write(pdf, ReportFixture.withFinal(ReportFixture.study(40, true)));
    return new PdfReader(Files.readAllBytes(pdf));
  }

  /** Return the parts of the document in reading order. */
  private static List<PdfDictionary> parts(PdfReader reader) {
    List<PdfDictionary> top = kids(reader.getCatalog().getAsDict(new PdfName("StructTreeRoot")));
    assertThat(types(top)).containsExactly("Document");
    return kids(top.get(0));
  }

  private static List<PdfDictionary> kids(PdfDictionary element) {
    List<PdfDictionary> kids = new ArrayList<>();
    PdfObject below = PdfReader.getPdfObject(element.get(KIDS));
    if (below instanceof PdfArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (PdfReader.getPdfObject(array.getPdfObject(i)) instanceof PdfDictionary kid) {
          kids.add(kid);
        }
      }
    } else if (below instanceof PdfDictionary kid) {
      kids.add(kid);
    }
    return kids;
  }

  private static List<String> types(List<PdfDictionary> elements) {
    return elements.stream().map(each -> each.get(TYPE).toString().substring(1)).toList();
  }

  private static List<PdfDictionary> ofType(List<PdfDictionary> elements, String type) {
    return elements.stream()
        .filter(each -> ("/" + type).equals(each.get(TYPE).toString()))
        .toList();
  }

  private static String text(PdfDictionary element, String name) {
    PdfString text = element.getAsString(new PdfName(name));
    return text == null ? "" : text.toUnicodeString();
  }

  private static int count(String content, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(content);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
