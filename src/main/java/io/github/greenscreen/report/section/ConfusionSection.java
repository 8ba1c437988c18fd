package io.github.greenscreen.report.section;

import io.github.greenscreen.chart.ConfusionChart;
import io.github.greenscreen.report.context.HighlightedRun;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.ConfusionTable.Confusion;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.summary.ClassTable;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the network of the final run, or else of the most efficient run, classifies: heat maps of its
 * confusion matrices, and precision, recall, and F1 of the classes.
 */
public final class ConfusionSection implements ReportSection {
  /** Rows of tables that cannot show all classes. */
  private static final int SOME = 10;

  private final ReportContext context;

  public ConfusionSection(ReportContext context) {
    this.context = context;
  }

  /** Write the section; nothing if the run has no confusion matrix. */
  @Override
  public void write(PdfDocumentWriter pdf) {
    Optional<HighlightedRun> shown =
        context.highlighted().finalRun().or(() -> context.highlighted().efficient());
    shown.ifPresent(run -> write(pdf, run));
  }

  private void write(PdfDocumentWriter pdf, HighlightedRun run) {
    Map<EvaluatedSplit, ConfusionTable> matrices;
    try {
      matrices = read(run.name());
    } catch (RunFolderException e) {
      pdf.section("Classes");
      pdf.paragraph(
          "The confusion matrices of run %s cannot be read: %s."
              .formatted(run.name(), e.getMessage()));
      return;
    }
    if (!matrices.isEmpty()) {
      charts(pdf, run, matrices);
      tables(pdf, matrices);
    }
  }

  private Map<EvaluatedSplit, ConfusionTable> read(String run) {
    Map<EvaluatedSplit, ConfusionTable> matrices = new EnumMap<>(EvaluatedSplit.class);
    for (EvaluatedSplit split : EvaluatedSplit.values()) {
      context.input().confusions().of(run, split).ifPresent(found -> matrices.put(split, found));
    }
    return matrices;
  }

  private static void charts(
      PdfDocumentWriter pdf, HighlightedRun run, Map<EvaluatedSplit, ConfusionTable> matrices) {
    boolean named = isNamed(matrices);
    pdf.section("Classes");
    pdf.lead(
        "Confusion matrices of the delivered network: %s. Each row is the true class, each column "
                .formatted(run.label())
            + "the predicted class, and each colour the share of the row, on a square-root scale. "
            + (named
                ? "Numbers are percentages of the row."
                : "Classes are in the order of the data set, from the top and from the left."));
    matrices.forEach(
        (split, matrix) ->
            pdf.chart(
                ConfusionChart.of(
                    "Predicted class, %s split".formatted(split.configName()), matrix),
                ConfusionChart.height(matrix)));
  }

  private static boolean isNamed(Map<EvaluatedSplit, ConfusionTable> matrices) {
    return matrices.values().stream()
        .allMatch(matrix -> matrix.classes().size() <= ConfusionChart.MAX_NAMES);
  }

  private static void tables(PdfDocumentWriter pdf, Map<EvaluatedSplit, ConfusionTable> matrices) {
    Table<ClassTable.Row> classes = ClassTable.of(matrices);
    if (isNamed(matrices)) {
      pdf.subsection("Precision and recall by class");
      pdf.table(classes);
    } else {
      EvaluatedSplit split =
          matrices.containsKey(EvaluatedSplit.TEST)
              ? EvaluatedSplit.TEST
              : EvaluatedSplit.VALIDATION;
      pdf.subsection("Classes with the lowest F1 on the %s split".formatted(split.configName()));
      pdf.table(lowest(classes, split));
      pdf.subsection("Most frequent confusions on the %s split".formatted(split.configName()));
      pdf.table(confusions(matrices.get(split)));
    }
    pdf.remark(
        "Precision is unknown (–) for a class that was never predicted, recall for a class "
            + "without images. The files confusion_validation.csv and confusion_test.csv of the "
            + "run have all numbers.");
  }

  private static Table<ClassTable.Row> lowest(Table<ClassTable.Row> all, EvaluatedSplit split) {
    Comparator<ClassTable.Row> order =
        Comparator.comparingDouble(row -> row.counts().get(split).f1());
    return new Table<>(
        "",
        all.columns(),
        all.rows().stream()
            .filter(row -> row.counts().get(split).images() > 0)
            .sorted(order)
            .limit(SOME)
            .toList());
  }

  private static Table<Confusion> confusions(ConfusionTable matrix) {
    return Table.of(
        matrix.confusions(SOME),
        Column.text("true class", Confusion::truth).labelled("True class"),
        Column.text("predicted class", Confusion::predicted).labelled("Predicted class"),
        Column.of("images", CellFormat.COUNT, Confusion::images),
        Column.of("share", CellFormat.PERCENT, Confusion::share)
            .labelled("Of the true class")
            .in("%"));
  }
}
