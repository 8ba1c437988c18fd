package io.github.greenscreen.simulation;

import io.github.greenscreen.simulation.ResultsTable.Row;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads tables as spreadsheets, pandas, R, and trackers of experiments write them: cells separated
 * by commas, semicolons, or tabs, with blank lines and empty cells at the end of lines.
 */
final class TableReader {
  private static final String EXPECTED =
      "; expected a line of column names and a line for each measured configuration";

  /** First line by which a spreadsheet declares the delimiter. */
  private static final Pattern DECLARATION = Pattern.compile("^\"?sep=.\"?[ ,;\\t]*(\\r?\\n|\\r)");

  private final Path file;
  private final List<String> notes = new ArrayList<>();

  private TableReader(Path file) {
    this.file = file;
  }

  /** Read {@code file}; throw {@link SimulationException} if it is not a table. */
  static ResultsTable read(Path file) {
    TableReader reader = new TableReader(file);
    List<Row> rows = reader.rows(TableText.read(file));
    return TableLayout.of(file, rows, reader.notes);
  }

  /** Return the rows with a cell that is not empty, the header first. */
  private List<Row> rows(String whole) {
    // An empty line instead of the declaration keeps the numbers of the lines.
    String text = DECLARATION.matcher(whole).replaceFirst("\n");
    Delimiter delimiter = Delimiter.of(text).orElse(Delimiter.COMMA);
    if (Delimiter.of(text).isEmpty()) {
      rejectForeign(text);
    }
    List<Row> rows = parsed(text, delimiter);
    rows.removeIf(row -> row.cells().stream().allMatch(String::isEmpty));
    requireTable(rows);
    if (delimiter == Delimiter.COMMA) {
      return rows;
    }
    List<Row> pointed = DecimalCommas.replaced(rows);
    notes.add(
        "the cells are separated by %s%s"
            .formatted(
                delimiter.plural(),
                pointed.equals(rows) ? "" : ", and commas are read as decimal points"));
    return pointed;
  }

  private void rejectForeign(String text) {
    Delimiter.foreign(text)
        .ifPresent(
            found -> {
              throw new SimulationException(
                  "%s: the cells seem to be separated by %s; expected %s"
                      .formatted(file, found, Delimiter.NAMES));
            });
  }

  private List<Row> parsed(String text, Delimiter delimiter) {
    List<Row> rows = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = delimiter.format().parse(new StringReader(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        List<String> cells = records.next().stream().map(String::strip).toList();
        rows.add(new Row(parser.getCurrentLineNumber(), cells));
        line = parser.getCurrentLineNumber() + 1;
      }
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw new SimulationException(
          ("%s: not CSV, line %s: text follows a closing quote, or a quote is not closed; expected "
                  + "quotes around whole cells only, and two for each quote in such a cell")
              .formatted(file, line));
    }
  }

  private void requireTable(List<Row> rows) {
    if (rows.size() < 2) {
      throw new SimulationException(
          file
              + ": "
              + (rows.isEmpty() ? "the file is empty" : "there are no rows below the header")
              + EXPECTED);
    }
    if (rows.get(0).cells().size() < 2) {
      throw new SimulationException(
          ("%s: the only column is \"%s\"; expected columns for parameters and results, separated "
                  + "by %s")
              .formatted(file, rows.get(0).cells().get(0), Delimiter.NAMES));
    }
  }
}
