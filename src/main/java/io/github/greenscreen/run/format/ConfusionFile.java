package io.github.greenscreen.run.format;

import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.model.RunFolderException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes a confusion matrix as CSV: a row for each true class, a column for each
 * predicted class, and the names of the classes in the header and in the first column.
 */
public final class ConfusionFile {
  private static final String TRUTH = "true_class";

  private ConfusionFile() {}

  /** Return the content of the file for {@code table}. */
  public static String format(ConfusionTable table) {
    List<String> classes = table.classes();
    List<String> header = new ArrayList<>(List.of(TRUTH));
    header.addAll(classes);
    StringBuilder text = new StringBuilder(CsvTable.line(header));
    for (int truth = 0; truth < classes.size(); truth++) {
      List<String> cells = new ArrayList<>(List.of(classes.get(truth)));
      for (int predicted = 0; predicted < classes.size(); predicted++) {
        cells.add(Long.toString(table.count(truth, predicted)));
      }
      text.append(CsvTable.line(cells));
    }
    return text.toString();
  }

  /**
   * Parse {@code content} of {@code file}.
   *
   * @throws RunFolderException if it is not a square table of counts, with the file and the line
   */
  public static ConfusionTable parse(Path file, String content) {
    CsvTable cells = CsvTable.parse(file, content, List.of(TRUTH));
    List<String> classes = cells.header().stream().filter(name -> !name.equals(TRUTH)).toList();
    List<CsvTable.Row> rows = cells.rows();
    if (rows.size() != classes.size()) {
      throw RunFolderException.at(
          file,
          rows.size() + 1,
          "%d rows; expected one for each of the %d classes of the header"
              .formatted(rows.size(), classes.size()));
    }
    long[] counts = new long[classes.size() * classes.size()];
    for (int truth = 0; truth < classes.size(); truth++) {
      read(rows.get(truth), classes, truth, counts);
    }
    return ConfusionTable.of(classes, counts);
  }

  private static void read(CsvTable.Row row, List<String> classes, int truth, long[] counts) {
    if (!row.text(TRUTH).equals(classes.get(truth))) {
      throw row.unexpected(
          TRUTH, "\"%s\", in the order of the header".formatted(classes.get(truth)));
    }
    for (int predicted = 0; predicted < classes.size(); predicted++) {
      String count = row.text(classes.get(predicted));
      if (!count.matches("\\d{1,18}")) {
        throw row.unexpected(classes.get(predicted), "a whole number");
      }
      counts[truth * classes.size() + predicted] = Long.parseLong(count);
    }
  }
}
