package io.github.greenscreen.run.format;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.run.model.RunFolderException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file whose writer may have been killed in the middle of a line. */
public final class CsvTable {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").setIgnoreEmptyLines(false).get();

  private static final int LIKELY_CELLS = 16;

  private final Path file;
  private final List<String> header;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private CsvTable(Path file, List<String> header) {
    this.file = file;
    this.header = header;
    for (int i = 0; i < header.size(); i++) {
      places.putIfAbsent(header.get(i), i);
    }
  }

  /**
   * Parse {@code content} of {@code file}. A last line without a line feed is incomplete and is
   * skipped, as are blank lines.
   *
   * @param required columns that the header must name, in any order
   */
  static CsvTable parse(Path file, String content, List<String> required) {
    String whole = content.substring(0, content.lastIndexOf('\n') + 1);
    if (whole.indexOf('"') < 0 && whole.indexOf('\r') < 0) {
      return plain(file, whole, required);
    }
    List<CSVRecord> records = records(file, whole);
    List<String> header = records.isEmpty() ? List.of() : records.get(0).toList();
    CsvTable table = new CsvTable(file, header.stream().map(String::strip).toList());
    table.require(required);
    for (int i = 1; i < records.size(); i++) {
      table.add(records.get(i).toList(), i + 1);
    }
    return table;
  }

  private static List<CSVRecord> records(Path file, String whole) {
    List<CSVRecord> records = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = FORMAT.parse(new StringReader(whole))) {
      Iterator<CSVRecord> all = parser.iterator();
      while (all.hasNext()) {
        records.add(all.next());
        line = parser.getCurrentLineNumber() + 1;
      }
      return records;
    } catch (IOException | UncheckedIOException e) {
      throw RunFolderException.at(
          file, line, "not CSV: text follows a closing quote, or a quote is not closed");
    }
  }

  /** Parse content without quotes, which is many times as fast. */
  private static CsvTable plain(Path file, String whole, List<String> required) {
    int end = Math.max(0, whole.indexOf('\n'));
    List<String> header = whole.isEmpty() ? List.of() : split(whole.substring(0, end));
    CsvTable table = new CsvTable(file, header.stream().map(String::strip).toList());
    table.require(required);
    int begin = end + 1;
    for (int line = 2; begin < whole.length(); line++) {
      end = whole.indexOf('\n', begin);
      table.add(split(whole.substring(begin, end)), line);
      begin = end + 1;
    }
    return table;
  }

  private static List<String> split(String line) {
    List<String> cells = new ArrayList<>(LIKELY_CELLS);
    int begin = 0;
    for (int end = line.indexOf(','); end >= 0; end = line.indexOf(',', begin)) {
      cells.add(line.substring(begin, end));
      begin = end + 1;
    }
    cells.add(line.substring(begin));
    return cells;
  }

  /** Format one line, quoting cells that need it. */
  public static String line(List<String> cells) {
    return FORMAT.format(cells.toArray()) + "\n";
  }

  List<Row> rows() {
    return rows;
  }

  /** Return the names of the columns. */
  List<String> header() {
    return header;
  }

  private void require(List<String> required) {
    List<String> missing = required.stream().filter(name -> !header.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw RunFolderException.at(
          file,
          1,
          "the header has no %s; expected %s"
              .formatted(String.join(", ", missing), String.join(",", required)));
    }
  }

  private void add(List<String> cells, int line) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        rows.add(new Row(cells, line));
        return;
      }
    }
  }

  /** A row with the line it stands on. */
  final class Row {
    private final List<String> cells;
    private final int line;

    private Row(List<String> cells, int line) {
      this.cells = cells;
      this.line = line;
    }

    /** Return the cell of {@code column}, or an empty string if the line or the file has none. */
    String text(String column) {
      Integer index = places.get(column);
      return index == null || index >= cells.size() ? "" : cells.get(index).strip();
    }

    /** Return the number in {@code column}; NaN for {@code N/A}, {@code nan} or a missing cell. */
    double number(String column) {
      String text = text(column);
      double number = CsvNumberFormat.plain(text);
      return Double.isNaN(number)
          ? CsvNumberFormat.parse(text)
              .orElseThrow(() -> unexpected(column, "a number, nan or N/A"))
          : number;
    }

    /** Return the number from 0 to 1 in {@code column}; NaN as above. */
    double share(String column) {
      double number = number(column);
      if (number < 0 || number > 1) {
        throw unexpected(column, "a number from 0 to 1, nan or N/A");
      }
      return number;
    }

    RunFolderException unexpected(String column, String expected) {
      return RunFolderException.at(
          file, line, "%s \"%s\"; expected %s".formatted(column, text(column), expected));
    }
  }
}
