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
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.report.pdf.PdfTable.Tone;
import io.github.greenscreen.report.pdf.Typography;
import io.github.greenscreen.report.text.ExecutiveSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
      pdf.block(measures(pdf.type()).table());
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
    PdfTable grid =
        new PdfTable(
            pdf.type(),
            List.of(
                Column.words("Parameter", 2.2f),
                Column.words("Value", 2.2f),
                Column.words("Why", 7)));
    for (Choice choice : best.choices()) {
      Tone tone = choice.decisive() ? Tone.STRONG : Tone.PLAIN;
      grid.row(
          List.of(
              new PdfTable.Cell(choice.parameter(), tone),
              new PdfTable.Cell(choice.value(), tone),
              new PdfTable.Cell(choice.reason(), Tone.QUIET)));
    }
    pdf.table(grid.table());
  }

  private PdfTable measures(Typography type) {
    List<HighlightedRun> actors = context.highlighted().all();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("", 3));
    actors.forEach(actor -> columns.add(Column.number(actor.label(), 2)));
    PdfTable grid = new PdfTable(type, columns);
    measure(
        grid, "Validation accuracy, last epoch", run -> ReportNumberFormat.percent(run.accuracy()));
    measure(grid, "Validation accuracy, best epoch", RecommendationSection::best);
    measure(grid, "Test accuracy", run -> ReportNumberFormat.percent(run.testAccuracy()));
    measure(
        grid, "Test F1, mean over classes", run -> ReportNumberFormat.significant(run.testF1(), 3));
    measure(grid, "Epochs", run -> Integer.toString(run.epochs()));
    measure(grid, "Time", run -> ReportNumberFormat.duration(run.seconds()));
    if (context.cost() == Cost.ENERGY) {
      energies(grid);
    }
    String unit = context.cost().efficiencyUnit();
    measure(grid, marked("Efficiency"), run -> ReportNumberFormat.quantity(run.efficiency(), unit));
    return grid;
  }

  private void energies(PdfTable grid) {
    measure(grid, marked("Energy"), run -> ReportNumberFormat.quantity(run.energyWh(), "Wh"));
    row(
        grid,
        marked("Idle power"),
        run -> ReportNumberFormat.quantity(run.energy().idlePowerW(), "W"));
    row(grid, marked("Net energy"), run -> ReportNumberFormat.quantity(run.netWh(), "Wh"));
    measure(
        grid,
        marked("Energy per epoch"),
        run -> ReportNumberFormat.quantity(run.energyWh() / run.epochs(), "Wh"));
    measure(grid, marked("Mean power"), run -> ReportNumberFormat.quantity(run.powerW(), "W"));
    EmissionFactor carbon = context.analysis().carbon();
    measure(grid, marked("CO2e"), run -> grams(carbon.grams(run.energyWh())));
    if (!context.highlightedMark().isEmpty()) {
      measure(
          grid,
          "Power is",
          r -> r.hasEnergy() ? r.powerSource().words() : ReportNumberFormat.UNKNOWN);
    }
  }

  private static String grams(double grams) {
    return Double.isFinite(grams) ? ReportNumberFormat.mass(grams) : ReportNumberFormat.UNKNOWN;
  }

  private String marked(String name) {
    return PowerSourceLabel.beside(name, context.highlightedMark());
  }

  private static String best(RunMetrics run) {
    return Double.isNaN(run.bestAccuracy())
        ? ReportNumberFormat.UNKNOWN
        : ReportNumberFormat.percent(run.bestAccuracy()) + " (epoch " + run.bestEpoch() + ")";
  }

  /** Add a row, unless the measure is unknown for every run. */
  private void measure(PdfTable grid, String name, Function<RunMetrics, String> value) {
    boolean known =
        context.highlighted().all().stream()
            .anyMatch(actor -> !value.apply(actor.metrics()).equals(ReportNumberFormat.UNKNOWN));
    if (known) {
      row(grid, name, value);
    }
  }

  private void row(PdfTable grid, String name, Function<RunMetrics, String> value) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    context.highlighted().all().forEach(actor -> cells.add(value.apply(actor.metrics())));
    grid.words(cells);
  }
}
