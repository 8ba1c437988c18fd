package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.analysis.recommendation.Recommendation.Choice;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.HighlightedRun;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.text.ExecutiveSummary;
import io.github.greenscreen.run.evaluation.ClassificationScores;
import io.github.greenscreen.summary.RankingTables;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Column.Emphasis;
import io.github.greenscreen.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The recommended configuration, the reasons for it, and the result of the final run. */
public final class RecommendationSection implements ReportSection {
  private static final String NO_FINAL_RUN =
      "There is no final run yet. Train the recommended configuration with "
          + "“greenscreen final”, then write this report again with “greenscreen report”.";

  private final ReportContext context;

  public RecommendationSection(ReportContext context) {
    this.context = context;
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    pdf.section("Recommended configuration");
    context
        .analysis()
        .best()
        .ifPresentOrElse(
            best -> choices(pdf, best),
            () ->
                pdf.paragraph(
                    "These runs do not allow a recommendation; the notes in the summary say why."));
    pdf.subsection(context.highlightedMark().isEmpty() ? "What was measured" : "What was found");
    if (context.highlighted().finalRun().isEmpty() && context.analysis().best().isPresent()) {
      pdf.lead(context.stoppedFinal().map(ExecutiveSummary::stopped).orElse(NO_FINAL_RUN));
    }
    if (!context.highlighted().all().isEmpty()) {
      pdf.block(measures());
    }
  }

  private void choices(PdfDocumentWriter pdf, Recommendation best) {
    pdf.lead(
        ("If the regression finds that a parameter affects %s (adjusted p below 0.1), the "
                + "value with the lowest coefficient is used; the others come from the most "
                + "efficient %srun, %s. Decisive parameters are in bold.")
            .formatted(
                context.comparableCostLabel(),
                context.analysis().basis().adjective(),
                best.source()));
    Table<Choice> choices = RankingTables.choices(best);
    pdf.table(
        choices
            .emphasised(choice -> Emphasis.strongIf(choice.decisive()))
            .with(choices.column("why").emphasised(choice -> Emphasis.QUIET))
            .wide(2.2f, 2.2f, 7));
  }

  /** A measure of the highlighted runs, shown if it is known for any of them, or always. */
  private record Measure(String name, boolean isAlways, Function<RunMetrics, String> value) {
    Measure always() {
      return new Measure(name, true, value);
    }
  }

  private Table<Measure> measures() {
    List<Measure> all = new ArrayList<>();
    all.add(
        measure(
            "Validation accuracy, last epoch", run -> ReportNumberFormat.percent(run.accuracy())));
    all.add(measure("Validation accuracy, best epoch", RecommendationSection::best));
    all.add(measure("Test accuracy", run -> ReportNumberFormat.percent(run.testAccuracy())));
    all.add(
        measure(
            "Test F1, mean over classes", run -> ReportNumberFormat.significant(run.testF1(), 3)));
    all.addAll(scores());
    all.add(measure("Epochs", run -> Integer.toString(run.epochs())));
    all.add(measure("Time", run -> ReportNumberFormat.duration(run.seconds())));
    all.add(
        measure(
            "Time up to the best epoch",
            run -> ReportNumberFormat.duration(run.detail().bestSeconds())));
    if (context.cost() == Cost.ENERGY) {
      all.addAll(energies());
    }
    all.add(quantity("Efficiency", context.cost().efficiencyUnit(), RunMetrics::efficiency));
    all.removeIf(measure -> !measure.isAlways() && isUnknown(measure));
    return Table.of(all, Column.text("", Measure::name).wide(3))
        .and(context.highlighted().all().stream().map(RecommendationSection::column).toList());
  }

  private static Column<Measure> column(HighlightedRun actor) {
    return Column.right(actor.name(), (Measure measure) -> measure.value().apply(actor.metrics()))
        .labelled(actor.label())
        .wide(2);
  }

  private static List<Measure> scores() {
    return List.of(
        score("Validation F1, mean over classes", ClassificationScores::valF1),
        share("Validation accuracy, top 5", ClassificationScores::valTop5),
        share("Test accuracy, top 5", ClassificationScores::testTop5),
        score("Validation calibration error", ClassificationScores::valCalibrationError),
        score("Test calibration error", ClassificationScores::testCalibrationError));
  }

  private static Measure score(String name, ToDoubleFunction<ClassificationScores> value) {
    return measure(
        name, run -> ReportNumberFormat.significant(value.applyAsDouble(run.detail().scores()), 3));
  }

  private static Measure share(String name, ToDoubleFunction<ClassificationScores> value) {
    return measure(
        name, run -> ReportNumberFormat.percent(value.applyAsDouble(run.detail().scores())));
  }

  private List<Measure> energies() {
    EmissionFactor carbon = context.analysis().carbon();
    List<Measure> all = new ArrayList<>();
    all.add(quantity("Energy", "Wh", RunMetrics::energyWh));
    all.add(quantity("Energy up to the best epoch", "Wh", run -> run.detail().bestWh()));
    all.add(quantity("Idle power", "W", run -> run.energy().idlePowerW()).always());
    all.add(quantity("Net energy", "Wh", RunMetrics::netWh).always());
    all.add(quantity("Energy per epoch", "Wh", run -> run.energyWh() / run.epochs()));
    all.add(quantity("Mean power", "W", RunMetrics::powerW));
    all.add(quantity("CO2e", "g", run -> carbon.grams(run.energyWh())));
    if (!context.highlightedMark().isEmpty()) {
      all.add(
          measure(
              "Power is",
              run -> run.hasEnergy() ? run.powerSource().words() : ReportNumberFormat.UNKNOWN));
    }
    return all;
  }

  private static Measure measure(String name, Function<RunMetrics, String> value) {
    return new Measure(name, false, value);
  }

  private Measure quantity(String name, String unit, ToDoubleFunction<RunMetrics> value) {
    return measure(
        marked(name), run -> ReportNumberFormat.quantity(value.applyAsDouble(run), unit));
  }

  private String marked(String name) {
    return PowerSourceLabel.beside(name, context.highlightedMark());
  }

  private static String best(RunMetrics run) {
    return Double.isNaN(run.bestAccuracy())
        ? ReportNumberFormat.UNKNOWN
        : ReportNumberFormat.percent(run.bestAccuracy()) + " (epoch " + run.bestEpoch() + ")";
  }

  private boolean isUnknown(Measure measure) {
    return context.highlighted().all().stream()
        .allMatch(
            actor -> measure.value().apply(actor.metrics()).equals(ReportNumberFormat.UNKNOWN));
  }
}
