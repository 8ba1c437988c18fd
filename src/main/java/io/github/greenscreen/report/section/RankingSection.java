package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.HighlightedRun;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Cell;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.report.pdf.PdfTable.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The best runs by accuracy, power, and efficiency, and how they differ. */
public final class RankingSection implements ReportSection {
  private static final int DIGITS = 4;
  private static final String TIES =
      "Ranks with = are shared: these runs differ by less than the meter’s error or the spread of"
          + " repeats.";

  private final ReportContext context;

  public RankingSection(ReportContext context) {
    this.context = context;
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    pdf.section("Best runs");
    if (context.analysis().runs().isEmpty()) {
      pdf.paragraph("No run completed, so there is nothing to rank.");
      return;
    }
    boolean energy = context.cost() == Cost.ENERGY;
    table(pdf, "By accuracy", "accuracy", context.analysis().byAccuracy());
    List<RunMetrics> cheap = context.analysis().byCost();
    String cost = energy ? "By lowest energy" : "By shortest time";
    table(
        pdf,
        PowerSourceLabel.beside(cost, PowerSourceLabel.of(cheap)),
        context.cost().noun(),
        cheap);
    List<RunMetrics> efficient = context.analysis().byEfficiency();
    table(
        pdf,
        PowerSourceLabel.beside("By efficiency", PowerSourceLabel.of(efficient)),
        "efficiency",
        efficient);
    new TargetTable(context).write(pdf);
    new RepeatsTable(context).write(pdf);
    pdf.remark(
        context.highlighted().baseline().isPresent()
            ? TIES
                + " Parameters: differences from the baseline. Accuracy: validation accuracy "
                + "of the last epoch."
            : TIES
                + " Parameters: those in which the runs differ. Accuracy: validation accuracy of"
                + " the last epoch.");
  }

  private void table(PdfDocumentWriter pdf, String title, String metric, List<RunMetrics> runs) {
    pdf.subsection(title);
    if (runs.isEmpty()) {
      pdf.paragraph("No run has this measurement.");
      return;
    }
    boolean energy = context.cost() == Cost.ENERGY;
    boolean marked = !PowerSourceLabel.of(runs).isEmpty();
    PdfTable grid = new PdfTable(pdf.type(), columns(energy, marked));
    List<String> costs = column(runs, context.cost()::of);
    List<String> efficiencies = column(runs, RunMetrics::efficiency);
    for (int i = 0; i < runs.size(); i++) {
      RunMetrics run = runs.get(i);
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.plain(rank(metric, run)));
      cells.add(new Cell(run.name(), Tone.STRONG));
      cells.add(Cell.plain(ReportNumberFormat.fixed(100 * run.accuracy(), 1)));
      cells.add(Cell.plain(costs.get(i)));
      cells.add(Cell.plain(efficiencies.get(i)));
      if (energy) {
        cells.add(Cell.plain(ReportNumberFormat.fixed(run.powerW(), 1)));
      }
      if (marked) {
        cells.add(
            Cell.plain(run.hasEnergy() ? run.powerSource().words() : ReportNumberFormat.UNKNOWN));
      }
      cells.add(new Cell(difference(run), Tone.QUIET));
      grid.row(cells);
    }
    pdf.block(grid.table());
  }

  private List<Column> columns(boolean energy, boolean marked) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("Rank", 0.9f));
    columns.add(Column.words("Run", 0.9f));
    columns.add(Column.number("Accuracy (%)", 1.25f));
    columns.add(Column.number(energy ? "Energy (Wh)" : "Time (s)", 1.2f));
    columns.add(Column.number("Efficiency (" + context.cost().efficiencyUnit() + ")", 1.3f));
    if (energy) {
      columns.add(Column.number("Power (W)", 1.1f));
    }
    if (marked) {
      columns.add(Column.words("Power is", 1.4f));
    }
    columns.add(Column.words("Parameters", marked ? 6.1f : 7.5f));
    return columns;
  }

  private String rank(String metric, RunMetrics run) {
    return context
        .analysis()
        .tradeOff()
        .ranking(metric)
        .map(ranking -> ranking.rankOf(run.name()))
        .orElse("");
  }

  private static List<String> column(List<RunMetrics> runs, ToDoubleFunction<RunMetrics> value) {
    return ReportNumberFormat.column(runs.stream().mapToDouble(value).toArray(), DIGITS);
  }

  private String difference(RunMetrics run) {
    Optional<RunMetrics> base = context.highlighted().baseline().map(HighlightedRun::metrics);
    if (base.filter(b -> b.name().equals(run.name())).isPresent()) {
      return "the baseline";
    }
    return context.parameters().stream()
        .filter(name -> run.configuration().find(name).isPresent())
        .filter(name -> base.isEmpty() || !same(base.get(), run, name))
        .map(name -> name + "\u00a0" + run.configuration().get(name))
        .collect(Collectors.joining(", "));
  }

  private static boolean same(RunMetrics a, RunMetrics b, String name) {
    return a.configuration().find(name).equals(b.configuration().find(name));
  }
}
