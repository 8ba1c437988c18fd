package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.chart.AccuracyChart;
import io.github.greenscreen.chart.LossChart;
import io.github.greenscreen.chart.PowerChart;
import io.github.greenscreen.chart.model.RunSeries;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.HighlightedRun;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Column.Emphasis;
import io.github.greenscreen.table.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Learning curves and parameters of the highlighted runs. */
public final class CurvesSection implements ReportSection {
  private static final float HEIGHT = 165;

  private final ReportContext context;

  public CurvesSection(ReportContext context) {
    this.context = context;
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    List<RunSeries> curves =
        context.highlighted().all().stream().map(HighlightedRun::curve).toList();
    pdf.section("Learning and power curves");
    if (curves.isEmpty()) {
      pdf.paragraph("No run completed, so there are no curves to show.");
      return;
    }
    pdf.subsection("Parameters of these runs");
    pdf.table(parameters());
    pdf.subsection("Loss (solid: validation, dashed: training)");
    pdf.chart(LossChart.of(curves), HEIGHT);
    pdf.subsection("Accuracy (solid: validation, dashed: training)");
    pdf.chart(AccuracyChart.of(curves), HEIGHT);
    power(pdf);
    pdf.remark(
        "Epochs are counted from 0. A gap is an epoch whose value was not measured or is "
            + "not a number. Power is plotted over epochs instead of time if one run took more "
            + "than four times as long as another.");
  }

  private void power(PdfDocumentWriter pdf) {
    List<HighlightedRun> shown =
        context.highlighted().all().stream()
            .filter(actor -> PowerChart.shows(actor.curve()))
            .toList();
    String mark =
        PowerSourceLabel.ofSources(shown.stream().map(a -> a.metrics().powerSource()).toList());
    pdf.subsection(PowerSourceLabel.beside("Power", mark));
    if (!shown.isEmpty()) {
      pdf.chart(
          PowerChart.of(shown.stream().map(HighlightedRun::powerCurve).toList(), mark), HEIGHT);
    } else if (context.highlighted().all().stream().anyMatch(CurvesSection::answered)) {
      pdf.paragraph(
          "A power meter was available during these runs, but no epoch has a known power.");
    } else {
      pdf.paragraph(
          "No power meter was available during these runs, so there is no power to show.");
    }
  }

  private static boolean answered(HighlightedRun actor) {
    return !actor.metrics().energy().incomplete().isEmpty();
  }

  private Table<String> parameters() {
    List<HighlightedRun> actors = context.highlighted().all();
    Set<String> names = new LinkedHashSet<>();
    actors.forEach(actor -> names.addAll(actor.metrics().configuration().values().keySet()));
    return Table.of(names, Column.text("Parameter", name -> name))
        .and(actors.stream().map(actor -> values(actor, actors.get(0))).toList());
  }

  /** Return the parameters of {@code actor}; those that {@code first} has not are strong. */
  private static Column<String> values(HighlightedRun actor, HighlightedRun first) {
    return Column.text(actor.name(), (String name) -> value(actor, name))
        .labelled(actor.label())
        .emphasised(name -> Emphasis.strongIf(!value(actor, name).equals(value(first, name))));
  }

  private static String value(HighlightedRun actor, String name) {
    return actor.metrics().configuration().find(name).orElse(ReportNumberFormat.UNKNOWN);
  }
}
