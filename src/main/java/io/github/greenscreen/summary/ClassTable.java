package io.github.greenscreen.summary;

import static io.github.greenscreen.table.CellFormat.COEFFICIENT;
import static io.github.greenscreen.table.CellFormat.COUNT;
import static io.github.greenscreen.table.CellFormat.PERCENT;

import io.github.greenscreen.run.evaluation.ClassCounts;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The table of classes: precision, recall, and F1 of each class on the evaluated splits. */
public final class ClassTable {
  private ClassTable() {}

  /**
   * A class and what the confusion matrices say of it.
   *
   * @param name its name
   * @param counts its counts by split
   */
  public record Row(String name, Map<EvaluatedSplit, ClassCounts> counts) {}

  /** Return the table of the classes of {@code matrices}, which all have the same. */
  public static Table<Row> of(Map<EvaluatedSplit, ConfusionTable> matrices) {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(Column.text("class", Row::name).wide(2));
    for (EvaluatedSplit split : EvaluatedSplit.values()) {
      if (matrices.containsKey(split)) {
        columns.addAll(columns(split));
      }
    }
    return new Table<>("", columns, rows(matrices));
  }

  private static List<Row> rows(Map<EvaluatedSplit, ConfusionTable> matrices) {
    List<Row> rows = new ArrayList<>();
    List<String> names = matrices.values().stream().findFirst().map(ConfusionTable::classes).orElse(List.of());
    Map<EvaluatedSplit, List<ClassCounts>> counts = new EnumMap<>(EvaluatedSplit.class);
    matrices.forEach((split, matrix) -> counts.put(split, matrix.byClass()));
    for (int i = 0; i < names.size(); i++) {
      Map<EvaluatedSplit, ClassCounts> row = new EnumMap<>(EvaluatedSplit.class);
      int at = i;
      counts.forEach((split, all) -> row.put(split, all.get(at)));
      rows.add(new Row(names.get(i), row));
    }
    return rows;
  }

  private static List<Column<Row>> columns(EvaluatedSplit split) {
    return List.of(
        column(split, "images", "", COUNT, ClassCounts::images),
        column(split, "predicted", "", COUNT, ClassCounts::predicted),
        column(split, "precision", "%", PERCENT, ClassCounts::precision),
        column(split, "recall", "%", PERCENT, ClassCounts::recall),
        column(split, "F1", "", COEFFICIENT, ClassCounts::f1).named(split.configName() + ".f1"));
  }

  private static Column<Row> column(
      EvaluatedSplit split,
      String name,
      String unit,
      CellFormat format,
      Function<ClassCounts, ?> value) {
    String heading = split.shortName() + " " + name;
    return Column.of(
            split.configName() + "." + name,
            format,
            (Row row) -> value.apply(row.counts().get(split)))
        .headed(heading, Character.toUpperCase(heading.charAt(0)) + heading.substring(1))
        .in(unit);
  }
}
