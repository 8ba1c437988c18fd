package io.github.greenscreen.simulation;

import io.github.greenscreen.simulation.ResultsTable.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces decimal commas by points, as spreadsheets write them if commas do not separate the
 * cells. A column is converted if commas make numbers of all of its values, so that lists such as
 * {@code 64,128,256} stay as they are.
 */
final class DecimalCommas {
  private DecimalCommas() {}

  /** Return {@code rows}, the header first, with decimal points. */
  static List<Row> replaced(List<Row> rows) {
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<List<String>> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(new ArrayList<>(row.cells())));
    for (int place = 0; place < width; place++) {
      if (isDecimal(rows, place)) {
        for (List<String> row : cells.subList(1, cells.size())) {
          if (place < row.size() && CellNumber.hasDecimalComma(row.get(place))) {
            row.set(place, row.get(place).replace(',', '.'));
          }
        }
      }
    }
    List<Row> replaced = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      replaced.add(new Row(rows.get(i).line(), cells.get(i)));
    }
    return replaced;
  }

  private static boolean isDecimal(List<Row> rows, int place) {
    return rows.stream()
        .skip(1)
        .map(row -> row.cell(place))
        .allMatch(
            cell ->
                CellNumber.hasDecimalComma(cell)
                    || (CellNumber.isNumber(cell) && cell.indexOf('.') < 0)
                    || CellNumber.isMissing(cell));
  }
}
