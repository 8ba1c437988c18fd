package io.github.greenscreen.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All words of a PDF but those in charts. What is expected is spent once; in the end no digit may
 * be left, so that every number of the report has been accounted for. Whitespace does not count,
 * because lines break where they must.
 */
final class PdfNumberAudit {
  private static final String SPENT = "¤";
  private static final Pattern LEFT = Pattern.compile(".{0,60}[0-9]+.{0,60}");

  private String rest;
  private final List<String> names = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private PdfNumberAudit(String words) {
    this.rest = words;
  }

  /** Read {@code pdf} without its charts and the number of its pages. */
  static PdfNumberAudit of(byte[] pdf) throws IOException {
    StringBuilder words = new StringBuilder();
    try (PdfReader reader = new PdfReader(pdf)) {
      for (int i = 0; i < reader.getXrefSize(); i++) {
        if (reader.getPdfObject(i) instanceof PRStream stream
            && PdfName.FORM.equals(stream.get(PdfName.SUBTYPE))) {
          stream.setData(new byte[0]);
        }
      }
      PdfText.pages(reader).forEach(words::append);
    }
    return new PdfNumberAudit(bare(words.toString()));
  }

  static String bare(String words) {
    return words.replaceAll("[\\s\u00a0]+", "");
  }

  /** Account for {@code parts} in a row, such as the cells of a table. */
  void spend(String... parts) {
    String expected = unnamed(bare(String.join("", parts)));
    int at = rest.indexOf(expected);
    if (at < 0) {
      missing.add(expected);
    } else {
      rest = rest.substring(0, at) + SPENT + rest.substring(at + expected.length());
    }
  }

  /** Account for {@code parts} in a row if they are there. */
  void spendAny(String... parts) {
    rest = rest.replace(unnamed(bare(String.join("", parts))), SPENT);
  }

  /** Take {@code name} for a word without digits wherever it stands. */
  void name(String name) {
    names.add(bare(name));
    rest = unnamed(rest);
  }

  private String unnamed(String text) {
    String result = text;
    for (String name : names) {
      result = result.replace(name, SPENT);
    }
    return result;
  }

  /** Account for {@code words}, which are in no analysis, wherever they stand. */
  void allow(String words) {
    rest = rest.replace(unnamed(bare(words)), SPENT);
  }

  /** Account for what is not in the analysis by its nature and looks like {@code pattern}. */
  void allowPattern(String pattern) {
    rest = rest.replaceAll(pattern, SPENT);
  }

  /** Return copies of this, in each of which one number is larger or smaller by 1 at its end. */
  List<PdfNumberAudit> mutants() {
    List<PdfNumberAudit> mutants = new ArrayList<>();
    Matcher number = Pattern.compile("[0-9](?![0-9])").matcher(rest);
    while (number.find()) {
      char digit = rest.charAt(number.start());
      char changed = (char) (digit == '9' ? '8' : digit + 1);
      PdfNumberAudit mutant =
          new PdfNumberAudit(
              rest.substring(0, number.start()) + changed + rest.substring(number.end()));
      mutant.names.addAll(names);
      mutants.add(mutant);
    }
    return mutants;
  }

  /** Return the words that are left. */
  String rest() {
    return rest;
  }

  /** Return what was expected and not found, and what was found and not expected. */
  List<String> open() {
    List<String> open = new ArrayList<>(missing.stream().map(text -> "expected " + text).toList());
    Matcher left = LEFT.matcher(rest);
    while (left.find()) {
      open.add("unexplained " + left.group());
    }
    return open;
  }

  void close() {
    assertThat(open()).isEmpty();
  }
}
