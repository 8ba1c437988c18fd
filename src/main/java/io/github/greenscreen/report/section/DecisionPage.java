package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.analysis.recommendation.Recommendation.Choice;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.DecisionMetric;
import io.github.greenscreen.report.context.RecommendationEvidence;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.text.ConfidenceStatements;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Column.Emphasis;
import io.github.greenscreen.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    pdf.block(parameters(verdict.best()));
    pdf.subsection(
        verdict.baseline().isPresent() ? "Compared with the baseline" : "Measured and expected");
    pdf.block(comparison(verdict));
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
  private static Table<Integer> parameters(Recommendation best) {
    List<Choice> choices = best.choices();
    int half = (choices.size() + 1) / 2;
    return Table.of(
        IntStream.range(0, half).boxed().toList(),
        cell("Parameter", choices, 0, Choice::parameter),
        cell("Value", choices, 0, Choice::value).wide(1.2f),
        cell("Parameter", choices, half, Choice::parameter),
        cell("Value", choices, half, Choice::value).wide(1.2f));
  }

  private static Column<Integer> cell(
      String name, List<Choice> choices, int first, Function<Choice, String> text) {
    List<Choice> shown = choices.subList(first, choices.size());
    return Column.text(name, (Integer row) -> row < shown.size() ? text.apply(shown.get(row)) : "")
        .emphasised(row -> Emphasis.strongIf(row < shown.size() && shown.get(row).decisive()));
  }

  private Table<DecisionMetric> comparison(RecommendationEvidence verdict) {
    List<Column<DecisionMetric>> columns = new ArrayList<>();
    columns.add(Column.text("", this::label).wide(2));
    verdict
        .baseline()
        .ifPresent(
            run -> columns.add(run("Baseline (" + run.name() + ")", verdict, run).wide(1.6f)));
    verdict.source().ifPresent(run -> columns.add(run(source(verdict, run), verdict, run).wide(2)));
    columns.add(
        Column.right(
                "Expected (95 % prediction interval)",
                (DecisionMetric figure) -> expected(verdict, figure))
            .wide(3));
    verdict.finalRun().ifPresent(run -> columns.add(run(finalRun(run), verdict, run).wide(2)));
    return new Table<>("", columns, List.of(DecisionMetric.values()));
  }

  private String label(DecisionMetric figure) {
    String mark = figure.isOfPower() ? context.highlightedMark() : "";
    return PowerSourceLabel.beside(figure.label(), mark);
  }

  private Column<DecisionMetric> run(
      String heading, RecommendationEvidence verdict, RunMetrics run) {
    return Column.right(
        heading,
        figure ->
            figure.configName(figure.of(run, context.analysis().carbon()), verdict.scale(figure)));
  }

  private static String finalRun(RunMetrics run) {
    return "Final run (%s), %s"
        .formatted(run.name(), ReportNumberFormat.count(run.epochs(), "epoch", "epochs"));
  }

  private static String source(RecommendationEvidence verdict, RunMetrics run) {
    String same = verdict.isSourceRecommended() ? "this configuration" : "the nearest";
    return "Run %s, %s".formatted(run.name(), same);
  }

  private static String expected(RecommendationEvidence verdict, DecisionMetric figure) {
    double scale = verdict.scale(figure);
    return verdict
        .expected(figure)
        .map(
            found ->
                figure.configName(found.value(), scale)
                    + " ("
                    + ConfidenceStatements.interval(figure, found, scale)
                    + ")")
        .orElse(ReportNumberFormat.UNKNOWN);
  }
}
