package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.ranking.RepeatedConfiguration;
import io.github.greenscreen.analysis.ranking.RepeatedConfiguration.Spread;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Cell;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.report.pdf.PdfTable.Tone;
import java.util.List;

/** Means and standard deviations of configurations with several runs. */
final class RepeatsTable {
  private final ReportContext context;

  RepeatsTable(ReportContext context) {
    this.context = context;
  }

  /** Write the table; nothing if there are no repeats. */
  void write(PdfDocumentWriter pdf) {
    List<RepeatedConfiguration> all =
        RepeatedConfiguration.of(context.analysis().runs(), context.cost());
    if (all.isEmpty()) {
      return;
    }
    boolean energy = context.cost() == Cost.ENERGY;
    pdf.subsection(PowerSourceLabel.beside("Repeated configurations", context.analysis().mark()));
    PdfTable grid =
        new PdfTable(
            pdf.type(),
            List.of(
                Column.words("Rank", 0.9f),
                Column.words("Runs", 3f),
                Column.number("Accuracy (%)", 1.6f),
                Column.number(energy ? "Energy (Wh)" : "Time (s)", 2f),
                Column.number("Efficiency (" + context.cost().efficiencyUnit() + ")", 2f)));
    for (RepeatedConfiguration each : all) {
      grid.row(
          List.of(
              Cell.plain(each.configName()),
              new Cell(String.join(" ", each.runs()), Tone.STRONG),
              Cell.plain(
                  spread(
                      ReportNumberFormat.fixed(100 * each.accuracy().mean(), 1),
                      ReportNumberFormat.fixed(100 * each.accuracy().deviation(), 1))),
              Cell.plain(spread(each.cost())),
              Cell.plain(spread(each.efficiency()))));
    }
    pdf.block(grid.table());
    pdf.remark(
        "Mean ± standard deviation of runs that differ only in their seed, by mean "
            + "accuracy; those with = cannot be told apart by their spread.");
  }

  private static String spread(Spread spread) {
    List<String> both =
        ReportNumberFormat.column(new double[] {spread.mean(), spread.deviation()}, 3);
    return spread(both.get(0), both.get(1));
  }

  private static String spread(String mean, String deviation) {
    return deviation.equals(ReportNumberFormat.UNKNOWN) ? mean : mean + " ± " + deviation;
  }
}
