package io.github.greenscreen.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of plain text, padded to the same width: numbers to the right, words to the left. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... header) {
    rows.add(List.of(header));
  }

  void add(String... cells) {
    rows.add(Arrays.asList(cells));
  }

  /** Return the lines, each ending in a line feed and without blanks at its end. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(column == 0 ? "" : GAP).append(padded(row.get(column), column));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String padded(String cell, int column) {
    String blanks = " ".repeat(width(column) - cell.length());
    return isNumeric(column) ? blanks + cell : cell + blanks;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  /** Tell whether all cells below the header are numbers; the first column never is. */
  private boolean isNumeric(int column) {
    return column > 0
        && rows.stream().skip(1).map(row -> row.get(column)).allMatch(TextTable::isNumber);
  }

  private static boolean isNumber(String cell) {
    return cell.equals(Figures.MISSING) || cell.matches("-?[0-9][0-9.]*(e[-+]?[0-9]+)?");
  }
}
