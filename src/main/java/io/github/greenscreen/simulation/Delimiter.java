package io.github.greenscreen.simulation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The character that separates the cells of a table. */
enum Delimiter {
  COMMA("commas", ','),
  SEMICOLON("semicolons", ';'),
  TAB("tabs", '\t');

  /** The names of all delimiters, for messages. */
  static final String NAMES = "commas, semicolons, or tabs";

  /** Separators of other formats, each with its name in the plural. */
  private static final List<String> FOREIGN =
      List.of("| vertical bars", "^ carets", "~ tildes", ": colons");

  private static final int SAMPLE = 20;
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final String plural;
  private final char character;

  Delimiter(String plural, char character) {
    this.plural = plural;
    this.character = character;
  }

  /** Return the name, such as {@code commas}. */
  String plural() {
    return plural;
  }

  /** Return the format of a table with this delimiter. */
  CSVFormat format() {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(character)
        .setIgnoreSurroundingSpaces(true)
        .get();
  }

  /**
   * Return the delimiter of {@code text}: that with which the header has several cells and most of
   * the first rows have as many, or one more for a name of the row. Empty if there is none.
   */
  static Optional<Delimiter> of(String text) {
    return Arrays.stream(values())
        .map(each -> Fit.of(each, text))
        .filter(fit -> fit.columns() > 1)
        .max(Comparator.comparingLong(Fit::rows).thenComparingInt(Fit::columns))
        .map(Fit::delimiter);
  }

  /**
   * Return the name of an unsupported separator that occurs as often in the first row of {@code
   * text} as in its header, or more often.
   */
  static Optional<String> foreign(String text) {
    List<String> lines =
        text.lines()
            .filter(line -> !line.isBlank())
            .limit(2)
            .map(line -> QUOTED.matcher(line).replaceAll("x").strip())
            .toList();
    if (lines.size() < 2) {
      return Optional.empty();
    }
    for (String found : FOREIGN) {
      String mark = found.substring(0, 1);
      int count = count(lines.get(0), mark);
      if (count > 0 && count(lines.get(1), mark) >= count) {
        return Optional.of("%s (\"%s\")".formatted(found.substring(2), mark));
      }
    }
    int words = BLANKS.split(lines.get(0), -1).length;
    return words > 1 && BLANKS.split(lines.get(1), -1).length >= words
        ? Optional.of("spaces")
        : Optional.empty();
  }

  private static int count(String line, String mark) {
    return line.length() - line.replace(mark, "").length();
  }

  /**
   * How a delimiter fits.
   *
   * @param delimiter the delimiter
   * @param columns number of cells of the header
   * @param rows number of rows with as many cells or one more
   */
  private record Fit(Delimiter delimiter, int columns, long rows) {
    static Fit of(Delimiter delimiter, String text) {
      List<Integer> sizes = sizes(delimiter.format(), text);
      int columns = sizes.isEmpty() ? 0 : sizes.get(0);
      long rows =
          sizes.stream().skip(1).filter(size -> size == columns || size == columns + 1).count();
      return new Fit(delimiter, columns, rows);
    }

    /** Return the numbers of cells of the first records, up to one that cannot be read. */
    private static List<Integer> sizes(CSVFormat format, String text) {
      List<Integer> sizes = new ArrayList<>();
      try (CSVParser parser = format.parse(new StringReader(text))) {
        Iterator<CSVRecord> records = parser.iterator();
        while (sizes.size() <= SAMPLE && records.hasNext()) {
          sizes.add(records.next().size());
        }
      } catch (IOException | UncheckedIOException e) {
        return sizes; // the reader reports the line
      }
      return sizes;
    }
  }
}
