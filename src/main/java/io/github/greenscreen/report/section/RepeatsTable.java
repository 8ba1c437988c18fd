package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.ranking.RepeatedConfiguration;
import io.github.greenscreen.analysis.ranking.RepeatedConfiguration.Spread;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
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
    pdf.block(
        Table.of(
                all,
                Column.text("Rank", RepeatedConfiguration::configName),
                Column.text("Runs", (RepeatedConfiguration each) -> String.join(" ", each.runs()))
                    .strong(),
                Column.right("Accuracy (%)", RepeatsTable::accuracy),
                Column.right(energy ? "Energy (Wh)" : "Time (s)", each -> spread(each.cost())),
                Column.right(
                    "Efficiency (" + context.cost().efficiencyUnit() + ")",
                    each -> spread(each.efficiency())))
            .wide(0.9f, 3f, 1.6f, 2f, 2f));
    pdf.remark(
        "Mean ± standard deviation of runs that differ only in their seed, by mean "
            + "accuracy; those with = cannot be told apart by their spread.");
  }

  private static String accuracy(RepeatedConfiguration each) {
    return spread(
        ReportNumberFormat.fixed(100 * each.accuracy().mean(), 1),
        ReportNumberFormat.fixed(100 * each.accuracy().deviation(), 1));
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
