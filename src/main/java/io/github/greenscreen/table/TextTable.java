package io.github.greenscreen.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Renders a table as text for a terminal: columns are aligned, with two spaces between them, a rule
 * below the headings, and no trailing spaces.
 */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<Boolean> right;
  private final List<List<String>> lines = new ArrayList<>();

  private <R> TextTable(Table<R> table) {
    this.right = table.columns().stream().map(column -> column.format().isRight()).toList();
    lines.add(table.columns().stream().map(TextTable::heading).toList());
    for (R row : table.rows()) {
      lines.add(table.columns().stream().map(each -> each.format().text(each.cell(row))).toList());
    }
  }

  /** Return title, headings, and rows, with a line break after each line. */
  public static String of(Table<?> table) {
    return Stream.concat(
            table.title().isEmpty() ? Stream.empty() : Stream.of(table.title()),
            lines(table).stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** Return the lines of the table, headings and rule first, without the title. */
  public static List<String> lines(Table<?> table) {
    return new TextTable(table).aligned();
  }

  /** Return the table as Markdown, with a line break after each row. */
  public static String markdown(Table<?> table) {
    TextTable text = new TextTable(table);
    text.lines.add(1, text.right.stream().map(each -> each ? "---:" : "---").toList());
    return text.lines.stream()
        .map(cells -> "| " + String.join(" | ", cells) + " |\n")
        .collect(Collectors.joining());
  }

  private static String heading(Column<?> column) {
    return (column.heading() + " " + column.unit()).strip();
  }

  private List<String> aligned() {
    int[] widths = IntStream.range(0, right.size()).map(this::width).toArray();
    lines.add(1, IntStream.of(widths).mapToObj("-"::repeat).toList());
    return lines.stream().map(cells -> line(cells, widths)).toList();
  }

  private int width(int column) {
    return lines.stream().mapToInt(cells -> length(cells.get(column))).max().orElse(0);
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
