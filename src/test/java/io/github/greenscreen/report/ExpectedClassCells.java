package io.github.greenscreen.report;

import static io.github.greenscreen.report.AnalysisJsonReader.fixed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the report must say of classes, by {@code analysis.json} alone. */
final class ExpectedClassCells {
  private static final int FEW = 20;
  private static final int SOME = 10;

  private final ExpectedCells cells;

  ExpectedClassCells(ExpectedCells cells) {
    this.cells = cells;
  }

  /** Account for the classes of the final run, or else of the most efficient run. */
  void spend(PdfNumberAudit ledger) {
    String shown = ExpectedCells.name(cells.finalRun().orElseGet(cells::efficient));
    cells.json.at("confusion").all().stream()
        .filter(each -> ExpectedCells.name(each).equals(shown))
        .forEach(
            each -> {
              ledger.spend("of the delivered network: ", cells.label(cells.run(shown)));
              spend(ledger, each);
            });
  }

  private static void spend(PdfNumberAudit ledger, AnalysisJsonReader run) {
    List<AnalysisJsonReader> classes = run.at("classes").all();
    if (classes.size() <= FEW) {
      classes.forEach(each -> ledger.spend(row(each)));
      return;
    }
    classes.stream()
        .filter(each -> each.at("test", "images").whole() > 0)
        .sorted(Comparator.comparingDouble(each -> each.at("test", "f1").number()))
        .limit(SOME)
        .forEach(each -> ledger.spend(row(each)));
    confusions(run, classes).stream().limit(SOME).forEach(ledger::spend);
  }

  private static String[] row(AnalysisJsonReader row) {
    List<String> printed = new ArrayList<>(List.of(row.at("class").text()));
    for (String split : List.of("validation", "test")) {
      AnalysisJsonReader counts = row.at(split);
      printed.add(counts.at("images").text());
      printed.add(counts.at("predicted").text());
      printed.add(fixed(100 * counts.at("precision").number(), 1));
      printed.add(fixed(100 * counts.at("recall").number(), 1));
      printed.add(fixed(counts.at("f1").number(), 3));
    }
    return printed.toArray(String[]::new);
  }

  /** Return the confusions on the test split, the most frequent first. */
  private static List<String[]> confusions(
      AnalysisJsonReader run, List<AnalysisJsonReader> classes) {
    record Cell(int images, List<String> printed) {}
    List<Cell> all = new ArrayList<>();
    List<AnalysisJsonReader> rows = run.at("test").all();
    for (int truth = 0; truth < rows.size(); truth++) {
      AnalysisJsonReader each = classes.get(truth);
      List<AnalysisJsonReader> row = rows.get(truth).all();
      for (int predicted = 0; predicted < row.size(); predicted++) {
        int images = row.get(predicted).whole();
        if (predicted != truth && images > 0) {
          double share = images / each.at("test", "images").number();
          all.add(
              new Cell(
                  images,
                  List.of(
                      each.at("class").text(),
                      classes.get(predicted).at("class").text(),
                      Integer.toString(images),
                      fixed(100 * share, 1))));
        }
      }
    }
    return all.stream()
        .sorted(Comparator.comparingInt(Cell::images).reversed())
        .map(cell -> cell.printed().toArray(String[]::new))
        .toList();
  }
}
