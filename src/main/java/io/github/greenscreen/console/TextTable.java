package io.github.greenscreen.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text table with aligned columns: two spaces between columns, a rule below the headings, and no
 * trailing spaces. Columns of numbers are right-aligned. Not thread-safe.
 */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<String> heads;
  private final List<Boolean> right = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Create a table with headings {@code heads}; a heading that starts with {@code >} makes its
   * column right-aligned.
   */
  public TextTable(String... heads) {
    this.heads =
        Arrays.stream(heads)
            .peek(head -> right.add(head.startsWith(">")))
            .map(head -> head.startsWith(">") ? head.substring(1) : head)
            .toList();
  }

  /** Append a row and return this table. The row must have one cell per heading. */
  public TextTable row(Object... cells) {
    if (cells.length != heads.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + heads.size() + " columns");
    }
    rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  /** Return the lines of the table, headings and rule first. */
  public List<String> lines() {
    int[] widths = IntStream.range(0, heads.size()).map(this::width).toArray();
    List<String> lines = new ArrayList<>();
    lines.add(line(heads, widths));
    lines.add(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining(GAP)));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  /** Return {@link #lines()} as one text with a line break after each line. */
  @Override
  public String toString() {
    return lines().stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** Return the table as Markdown, with a line break after each row. */
  public String markdown() {
    List<String> rules = right.stream().map(each -> each ? "---:" : "---").toList();
    return Stream.concat(Stream.of(heads, rules), rows.stream())
        .map(cells -> "| " + String.join(" | ", cells) + " |\n")
        .collect(Collectors.joining());
  }

  private int width(int column) {
    int widest = rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    return Math.max(widest, length(heads.get(column)));
  }

  private String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> pad(cells.get(i), widths[i], right.get(i)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String pad(String cell, int width, boolean right) {
    String blanks = " ".repeat(width - length(cell));
    return right ? blanks + cell : cell + blanks;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
