package io.github.greenscreen.table;

import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.format.TextNumberFormat;
import java.util.List;

/** How the cells of a column are formatted and aligned; files have the numbers as they are. */
public enum CellFormat {
  /** Text. */
  TEXT,
  /** Text that is aligned as numbers are. */
  RIGHT,
  /** A whole number. */
  COUNT,
  /** A share of 1, shown in percent. */
  PERCENT,
  /** A quantity of any magnitude; the report shows all of a column with equally many decimals. */
  AMOUNT,
  /** A quantity of any magnitude, each with four digits. */
  QUANTITY,
  /** A power in watts. */
  POWER,
  /** A test statistic. */
  STATISTIC,
  /** A coefficient between 0 and 1. */
  COEFFICIENT,
  /** A p value. */
  PROBABILITY,
  /** A number with up to six digits. */
  PRECISE;

  private static final int DIGITS = 4;
  private static final double UNIT_PERCENT = 100;

  /** Return whether the cells are aligned to the right. */
  public boolean isRight() {
    return this != TEXT;
  }

  /** Return {@code cell} as a terminal shows it. */
  String text(Object cell) {
    if (cell == null) {
      return "";
    }
    if (!(cell instanceof Double number)) {
      return cell.toString();
    }
    return switch (this) {
      case PERCENT -> TextNumberFormat.percent(number);
      case PROBABILITY -> TextNumberFormat.probability(number);
      case PRECISE -> TextNumberFormat.precise(number);
      default -> TextNumberFormat.quantity(number);
    };
  }

  /** Return the cells of a column as the report shows them. */
  List<String> printed(List<Object> cells) {
    return this == AMOUNT
        ? ReportNumberFormat.column(
            cells.stream().mapToDouble(cell -> (Double) cell).toArray(), DIGITS)
        : cells.stream().map(this::printed).toList();
  }

  private String printed(Object cell) {
    if (cell == null) {
      return ReportNumberFormat.UNKNOWN;
    }
    if (!(cell instanceof Double number)) {
      return cell.toString();
    }
    return switch (this) {
      case PERCENT -> ReportNumberFormat.fixed(UNIT_PERCENT * number, 1);
      case POWER -> ReportNumberFormat.fixed(number, 1);
      case STATISTIC -> ReportNumberFormat.fixed(number, 2);
      case COEFFICIENT -> ReportNumberFormat.fixed(number, 3);
      case PROBABILITY -> ReportNumberFormat.p(number);
      default -> ReportNumberFormat.significant(number, DIGITS);
    };
  }
}
