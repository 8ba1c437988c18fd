package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.ranking.Ranking.Place;
import io.github.greenscreen.analysis.ranking.TargetAccuracy;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.HighlightedRun;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.summary.RankingTables;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Column.Emphasis;
import io.github.greenscreen.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The best runs by accuracy, power, and efficiency, and how they differ. */
public final class RankingSection implements ReportSection {
  private static final String TIES =
      "Ranks with = are shared: these runs differ by less than the meter’s error or the spread of"
          + " repeats.";

  private final ReportContext context;
  private final RankingTables tables;

  public RankingSection(ReportContext context) {
    this.context = context;
    this.tables = new RankingTables(context.analysis());
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
    target(pdf, context.analysis().tradeOff().target());
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
    Table<RunMetrics> all = tables.ranking(metric, runs);
    List<Column<RunMetrics>> columns = new ArrayList<>();
    columns.add(all.column("rank").wide(0.9f));
    columns.add(all.column("run").wide(0.9f).strong());
    columns.add(all.column("accuracy").wide(1.25f));
    columns.add(all.column(energy ? "energy_Wh" : "seconds").wide(1.2f));
    columns.add(all.column("efficiency").wide(1.3f));
    if (energy) {
      columns.add(all.column("power_W").wide(1.1f));
    }
    if (marked) {
      columns.add(all.column("source").wide(1.4f));
    }
    columns.add(
        Column.text("Parameters", this::difference)
            .wide(marked ? 6.1f : 7.5f)
            .emphasised(run -> Emphasis.QUIET));
    pdf.block(new Table<>("", columns, runs));
  }

  /** Write the runs that reach the target; nothing if no run has an accuracy. */
  private void target(PdfDocumentWriter pdf, TargetAccuracy target) {
    if (Double.isNaN(target.accuracy())) {
      return;
    }
    String accuracy = ReportNumberFormat.percent(target.accuracy());
    String cost = PowerSourceLabel.beside(context.cost().noun(), context.analysis().mark());
    int reached = tables.atTarget().size();
    String words =
        "%s of %s reach %s validation accuracy (%s)"
            .formatted(
                reached,
                ReportNumberFormat.count(context.analysis().runs().size(), "run", "runs"),
                accuracy,
                target.origin());
    pdf.subsection("By %s to the target of %s".formatted(cost, accuracy));
    if (reached == 0) {
      pdf.paragraph(words + ".");
      return;
    }
    pdf.lead(
        words
            + "; unlike efficiency, the amount needed until then does not reward a run for "
            + "stopping early.");
    Table<Place> table = tables.target();
    pdf.block(table.with(table.column("run").strong()).wide(1, 1, 2, 1.5f, 2, 2));
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
