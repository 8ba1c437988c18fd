package io.github.greenscreen.report.section;

import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.chart.HeatMapChart;
import io.github.greenscreen.chart.model.HeatMapRow;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.OrderedValues;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.Typography;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A heat map of all parameters of all runs, which shows the values that distinguish cheap from
 * expensive runs.
 */
public final class HeatMapSection implements ReportSection {
  /** Maximum number of columns that can be distinguished on paper. */
  private static final int MAX_RUNS = 1000;

  private static final float ROW = 14;
  private static final float AXES = 42;
  private static final float HIGHEST = 560;
  private static final float SIZE = 7.5f;
  private static final double DARK = 0.62;

  private final ReportContext context;

  public HeatMapSection(ReportContext context) {
    this.context = context;
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    List<String> parameters = context.parameters();
    List<RunMetrics> known =
        context.analysis().runs().stream()
            .filter(run -> Double.isFinite(context.cost().of(run)))
            .sorted(Comparator.comparingDouble(context.cost()::of))
            .toList();
    pdf.section("Parameters of all runs");
    if (known.size() < 2 || parameters.isEmpty()) {
      pdf.paragraph("Comparing parameters needs at least two runs that differ.");
      return;
    }
    String noun = PowerSourceLabel.beside(context.cost().noun(), PowerSourceLabel.of(known));
    pdf.lead(
        ("Each column is a run, from the lowest %s on the left to the highest on the right; "
                + "each colour is a value, from dark to light in the order below. A row whose colour "
                + "changes from left to right is a parameter associated with %s.")
            .formatted(noun, context.cost().noun()));
    List<RunMetrics> shown = thinned(known);
    List<OrderedValues> scales =
        parameters.stream().map(name -> OrderedValues.of(name, known)).toList();
    pdf.chart(
        HeatMapChart.of(
            "Runs, by increasing %s".formatted(noun),
            shown.stream().map(RunMetrics::name).toList(),
            scales.stream().map(scale -> row(scale, shown)).toList()),
        Math.min(HIGHEST, AXES + ROW * scales.size()));
    pdf.table(key(pdf.type(), scales));
    left(pdf, known.size(), shown.size());
  }

  private void left(PdfDocumentWriter pdf, int known, int shown) {
    int unknown = context.analysis().runs().size() - known;
    if (unknown > 0) {
      pdf.remark(
          "Left out: %s whose %s is unknown."
              .formatted(ReportNumberFormat.count(unknown, "run", "runs"), context.cost().noun()));
    }
    if (shown < known) {
      pdf.remark("Of %s, %s are shown, evenly spaced.".formatted(known, shown));
    }
  }

  private static HeatMapRow row(OrderedValues scale, List<RunMetrics> runs) {
    return new HeatMapRow(scale.parameter(), runs.stream().map(scale::place).toList());
  }

  private static List<RunMetrics> thinned(List<RunMetrics> runs) {
    if (runs.size() <= MAX_RUNS) {
      return runs;
    }
    List<RunMetrics> shown = new ArrayList<>();
    for (int i = 0; i < MAX_RUNS; i++) {
      shown.add(runs.get((int) ((long) i * (runs.size() - 1) / (MAX_RUNS - 1))));
    }
    return shown;
  }

  private static PdfPTable key(Typography type, List<OrderedValues> scales) {
    int most = scales.stream().mapToInt(scale -> scale.shown().size()).max().orElse(1);
    float[] shares = new float[most + 1];
    Arrays.fill(shares, 1);
    shares[0] = 1.4f;
    PdfPTable table = new PdfPTable(shares);
    for (OrderedValues scale : scales) {
      table.addCell(cell(new Phrase(scale.parameter(), type.plain(SIZE, Typography.INK)), null));
      for (int i = 0; i < most; i++) {
        boolean filled = i < scale.shown().size();
        String value = filled ? scale.shown().get(i) : "";
        Color color = filled ? HeatMapChart.color(scale.place(value)) : null;
        Color ink = filled && scale.place(value) < DARK ? Color.WHITE : Typography.INK;
        table.addCell(cell(new Phrase(value, type.plain(SIZE - 0.5f, ink)), color));
      }
    }
    return table;
  }

  private static PdfPCell cell(Phrase phrase, Color color) {
    PdfPCell cell = new PdfPCell(phrase);
    cell.setBorder(Rectangle.BOX);
    cell.setBorderColor(Color.WHITE);
    cell.setBorderWidth(1);
    cell.setBackgroundColor(color);
    cell.setPadding(2);
    cell.setPaddingBottom(3);
    return cell;
  }
}
