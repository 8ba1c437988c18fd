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
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The table of classes: precision, recall, and F1 of each class on the evaluated splits. */
public final class ClassTable {
  private static final Column<Row> CLASS = Column.text("class", Row::name).wide(2);

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
    List<Column<Row>> columns = new ArrayList<>(List.of(CLASS));
    for (EvaluatedSplit split : EvaluatedSplit.values()) {
      if (matrices.containsKey(split)) {
        columns.addAll(columns(split, split.shortName() + " "));
      }
    }
    return new Table<>("", columns, rows(matrices));
  }

  /** Return the table of the classes of {@code matrix}, whose headings do not name the split. */
  public static Table<Row> of(EvaluatedSplit split, ConfusionTable matrix) {
    return new Table<>("", List.of(CLASS), rows(Map.of(split, matrix))).and(columns(split, ""));
  }

  private static List<Row> rows(Map<EvaluatedSplit, ConfusionTable> matrices) {
    Map<EvaluatedSplit, List<ClassCounts>> counts = new EnumMap<>(EvaluatedSplit.class);
    matrices.forEach((split, matrix) -> counts.put(split, matrix.byClass()));
    List<String> names =
        matrices.values().stream().findFirst().map(ConfusionTable::classes).orElse(List.of());
    return IntStream.range(0, names.size()).mapToObj(i -> row(names.get(i), counts, i)).toList();
  }

  private static Row row(String name, Map<EvaluatedSplit, List<ClassCounts>> counts, int place) {
    Map<EvaluatedSplit, ClassCounts> own = new EnumMap<>(EvaluatedSplit.class);
    counts.forEach((split, all) -> own.put(split, all.get(place)));
    return new Row(name, own);
  }

  private static List<Column<Row>> columns(EvaluatedSplit split, String prefix) {
    return List.of(
        column(split, prefix + "images", COUNT, ClassCounts::images),
        column(split, prefix + "predicted", COUNT, ClassCounts::predicted),
        column(split, prefix + "precision", PERCENT, ClassCounts::precision).in("%"),
        column(split, prefix + "recall", PERCENT, ClassCounts::recall).in("%"),
        column(split, prefix + "F1", COEFFICIENT, ClassCounts::f1));
  }

  private static Column<Row> column(
      EvaluatedSplit split, String heading, CellFormat format, Function<ClassCounts, ?> value) {
    String name = heading.substring(heading.indexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return Column.of(
            split.configName() + "." + name,
            format,
            (Row row) -> value.apply(row.counts().get(split)))
        .headed(heading, Character.toUpperCase(heading.charAt(0)) + heading.substring(1));
  }
}
