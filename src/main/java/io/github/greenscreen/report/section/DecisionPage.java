package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.analysis.recommendation.Recommendation.Choice;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.DecisionMetric;
import io.github.greenscreen.report.context.RecommendationEvidence;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Cell;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.report.pdf.PdfTable.Tone;
import io.github.greenscreen.report.pdf.Typography;
import io.github.greenscreen.report.text.ConfidenceStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first page: which configuration to use, what it saves, and how reliable the savings are. */
public final class DecisionPage implements ReportSection {
  private final ReportContext context;

  public DecisionPage(ReportContext context) {
    this.context = context;
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    TitleBlock cover = new TitleBlock(context);
    cover.title(pdf);
    if (context.input().unfinished().isOpen()) {
      pdf.paragraph(context.input().unfinished().headline() + " See “What is missing”.");
    }
    pdf.section("Decision");
    Optional<Recommendation> best = context.analysis().best();
    if (best.isPresent()) {
      decide(pdf, new RecommendationEvidence(context, best.get()), cover);
    } else {
      pdf.paragraph("No configuration can be recommended from these runs.");
      context.analysis().notes().forEach(pdf::paragraph);
    }
    pdf.breakPage();
  }

  private void decide(PdfDocumentWriter pdf, RecommendationEvidence verdict, TitleBlock cover) {
    pdf.lead(advice(verdict.best()));
    pdf.block(cover.tiles(pdf.type(), verdict));
    pdf.subsection("Use this configuration (decisive parameters in bold)");
    pdf.block(parameters(pdf.type(), verdict.best()).table());
    pdf.subsection(
        verdict.baseline().isPresent() ? "Compared with the baseline" : "Measured and expected");
    pdf.block(comparison(pdf.type(), verdict).table());
    pdf.subsection("How certain is this?");
    new ConfidenceStatements(context, verdict).sentences().forEach(pdf::paragraph);
  }

  private String advice(Recommendation best) {
    String decisive =
        best.choices().stream()
            .filter(Choice::decisive)
            .map(choice -> choice.parameter() + "\u00a0" + choice.value())
            .collect(Collectors.joining(", "));
    String goal =
        PowerSourceLabel.beside(
            best.objective().noun(context.cost()), context.analysis().basis().source().mark());
    return decisive.isEmpty()
        ? "No parameter has a clear effect on the %s, so use the values of run %s."
            .formatted(goal, best.source())
        : ("Use %s; these settings drive the %s. For all other parameters, use the values of "
                + "run %s.")
            .formatted(decisive, goal, best.source());
  }

  /** Return all parameters in two halves side by side. */
  private static PdfTable parameters(Typography type, Recommendation best) {
    PdfTable grid =
        new PdfTable(
            type,
            List.of(
                Column.words("Parameter", 2),
                Column.words("Value", 2.4f),
                Column.words("Parameter", 2),
                Column.words("Value", 2.4f)));
    List<Choice> choices = best.choices();
    int half = (choices.size() + 1) / 2;
    for (int i = 0; i < half; i++) {
      List<Cell> cells = new ArrayList<>(cells(choices.get(i)));
      cells.addAll(
          half + i < choices.size()
              ? cells(choices.get(half + i))
              : List.of(Cell.plain(""), Cell.plain("")));
      grid.row(cells);
    }
    return grid;
  }

  private static List<Cell> cells(Choice choice) {
    Tone tone = choice.decisive() ? Tone.STRONG : Tone.PLAIN;
    return List.of(new Cell(choice.parameter(), tone), new Cell(choice.value(), tone));
  }

  private PdfTable comparison(Typography type, RecommendationEvidence verdict) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("", 2));
    context
        .highlighted()
        .baseline()
        .ifPresent(base -> columns.add(Column.number("Baseline (" + base.name() + ")", 1.6f)));
    verdict.source().ifPresent(run -> columns.add(Column.number(source(verdict, run), 2)));
    columns.add(Column.number("Expected (95 % prediction interval)", 3));
    verdict
        .finalRun()
        .ifPresent(
            run ->
                columns.add(
                    Column.number(
                        "Final run (%s), %s"
                            .formatted(
                                run.name(),
                                ReportNumberFormat.count(run.epochs(), "epoch", "epochs")),
                        2)));
    PdfTable grid = new PdfTable(type, columns);
    for (DecisionMetric figure : DecisionMetric.values()) {
      grid.words(row(verdict, figure));
    }
    return grid;
  }

  private static String source(RecommendationEvidence verdict, RunMetrics run) {
    String same = verdict.isSourceRecommended() ? "this configuration" : "the nearest";
    return "Run %s, %s".formatted(run.name(), same);
  }

  private List<String> row(RecommendationEvidence verdict, DecisionMetric figure) {
    List<String> cells = new ArrayList<>();
    String mark = figure.isOfPower() ? context.highlightedMark() : "";
    double scale = verdict.scale(figure);
    cells.add(PowerSourceLabel.beside(figure.label(), mark));
    verdict.baseline().ifPresent(run -> cells.add(spelled(figure, run, scale)));
    verdict.source().ifPresent(run -> cells.add(spelled(figure, run, scale)));
    cells.add(
        verdict
            .expected(figure)
            .map(found -> spelled(figure, found, scale))
            .orElse(ReportNumberFormat.UNKNOWN));
    verdict.finalRun().ifPresent(run -> cells.add(spelled(figure, run, scale)));
    return cells;
  }

  private String spelled(DecisionMetric figure, RunMetrics run, double scale) {
    return figure.configName(figure.of(run, context.analysis().carbon()), scale);
  }

  private static String spelled(DecisionMetric figure, ResponsePrediction found, double scale) {
    return figure.configName(found.value(), scale)
        + " ("
        + ConfidenceStatements.interval(figure, found, scale)
        + ")";
  }
}
