package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.importance.Importance;
import io.github.greenscreen.analysis.importance.Importance.Share;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ResponseLabel;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.text.ExecutiveSummary;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Column.Emphasis;
import io.github.greenscreen.table.Table;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    pdf.table(table(all));
    pdf.paragraph(all.stream().map(this::agreement).collect(Collectors.joining(" ")));
  }

  private Table<String> table(List<Importance> all) {
    Set<String> parameters = new LinkedHashSet<>();
    all.forEach(each -> each.shares().forEach(share -> parameters.add(share.parameter())));
    return Table.of(parameters, Column.text("Parameter", (String name) -> name).wide(2.2f))
        .and(all.stream().flatMap(each -> Stream.of(share(each), effect(each))).toList());
  }

  private Column<String> share(Importance importance) {
    return column(
        ResponseLabel.of(importance.metric(), context.cost()).name() + ": share",
        name ->
            importance.shares().stream()
                .filter(share -> share.parameter().equals(name))
                .findFirst()
                .map(share -> new Figure(ReportNumberFormat.percent(share.share()), share.p())));
  }

  private Column<String> effect(Importance importance) {
    return column(
        "η²",
        name ->
            test(importance, name)
                .map(
                    test ->
                        new Figure(
                            ReportNumberFormat.fixed(test.partialEtaSquared(), 3),
                            test.adjustedP())));
  }

  private static Column<String> column(String label, Function<String, Optional<Figure>> figure) {
    return Column.right(label, (String name) -> figure.apply(name).map(Figure::text).orElse(null))
        .labelled(label)
        .emphasised(
            name ->
                Emphasis.strongIf(
                    figure.apply(name).filter(f -> f.p() < ExecutiveSummary.LEVEL).isPresent()))
        .wide(1.7f);
  }

  /** A value and its p value. */
  private record Figure(String value, double p) {
    String text() {
      return value + " (" + ReportNumberFormat.p(p) + ")";
    }
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
