package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.importance.Importance;
import io.github.greenscreen.analysis.importance.Importance.Share;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ResponseLabel;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Cell;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.report.pdf.PdfTable.Tone;
import io.github.greenscreen.report.pdf.Typography;
import io.github.greenscreen.report.text.ExecutiveSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The importance of parameters without the assumption of a linear model, next to the regression's
 * results.
 */
final class ImportanceSection {
  private final ReportContext context;

  ImportanceSection(ReportContext context) {
    this.context = context;
  }

  /** Write the table; nothing if too few runs are known. */
  void write(PdfDocumentWriter pdf) {
    List<Importance> all = context.analysis().importances();
    if (all.isEmpty()) {
      return;
    }
    pdf.subsection("Importance without a linear model");
    pdf.lead(
        "PED-ANOVA shows in which parameters the best runs differ from all runs: the share "
            + "of each parameter in the difference, and in parentheses how often a random choice "
            + "differs as much. Next to it is the partial η² of the regression, with its "
            + "adjusted p in parentheses. In bold: below 0.1.");
    pdf.table(grid(pdf.type(), all).table());
    pdf.paragraph(all.stream().map(this::agreement).collect(Collectors.joining(" ")));
  }

  private PdfTable grid(Typography type, List<Importance> all) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("Parameter", 2.2f));
    for (Importance each : all) {
      String name = ResponseLabel.of(each.metric(), context.cost()).name();
      columns.add(Column.number(name + ": share", 1.7f));
      columns.add(Column.number("η²", 1.7f));
    }
    PdfTable grid = new PdfTable(type, columns);
    Set<String> parameters = new LinkedHashSet<>();
    all.forEach(each -> each.shares().forEach(share -> parameters.add(share.parameter())));
    for (String parameter : parameters) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.plain(parameter));
      for (Importance each : all) {
        cells.add(
            each.shares().stream()
                .filter(share -> share.parameter().equals(parameter))
                .findFirst()
                .map(share -> cell(ReportNumberFormat.percent(share.share()), share.p()))
                .orElse(Cell.plain(ReportNumberFormat.UNKNOWN)));
        cells.add(
            test(each, parameter)
                .map(
                    test ->
                        cell(
                            ReportNumberFormat.fixed(test.partialEtaSquared(), 3),
                            test.adjustedP()))
                .orElse(Cell.plain(ReportNumberFormat.UNKNOWN)));
      }
      grid.row(cells);
    }
    return grid;
  }

  private static Cell cell(String value, double p) {
    return new Cell(
        value + " (" + ReportNumberFormat.p(p) + ")",
        p < ExecutiveSummary.LEVEL ? Tone.STRONG : Tone.PLAIN);
  }

  private Optional<ParameterTest> test(Importance importance, String parameter) {
    return regression(importance).stream()
        .flatMap(fit -> fit.tests().stream())
        .filter(test -> test.parameter().equals(parameter))
        .findFirst();
  }

  private Optional<Regression> regression(Importance importance) {
    return context.analysis().regression(importance.metric());
  }

  private String agreement(Importance importance) {
    Share first = importance.shares().get(0);
    String noun = ResponseLabel.of(importance.metric(), context.cost()).noun();
    String basis =
        "%s (best %s of %s)"
            .formatted(
                noun, importance.top(), ReportNumberFormat.count(importance.runs(), "run", "runs"));
    Optional<String> other =
        regression(importance)
            .flatMap(
                fit ->
                    fit.tests().stream()
                        .max(Comparator.comparingDouble(ParameterTest::partialEtaSquared)))
            .map(ParameterTest::parameter);
    if (other.isEmpty()) {
      return "For %s it is %s.".formatted(basis, first.parameter());
    }
    return other.get().equals(first.parameter())
        ? "For %s, both find %s most important.".formatted(basis, first.parameter())
        : ("For %s, it is %s, for the regression %s: PED-ANOVA compares the best runs with "
                + "all, the regression uses all alike.")
            .formatted(basis, first.parameter(), other.get());
  }
}
