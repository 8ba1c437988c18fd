package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.chart.PowerTraceChart;
import io.github.greenscreen.chart.TotalPowerSeries;
import io.github.greenscreen.chart.model.RunPhase;
import io.github.greenscreen.report.context.HighlightedRun;
import io.github.greenscreen.report.context.PowerSampleSource;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.RunPhases;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunFolderException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Power over time of the highlighted runs, with the phases of each run. */
public final class PowerTraceSection implements ReportSection {
  private static final float HEIGHT = 126;

  private final ReportContext context;
  private final PowerSampleSource power;
  private final Map<HighlightedRun, TotalPowerSeries> lines = new LinkedHashMap<>();
  private final Map<String, List<String>> missing = new LinkedHashMap<>();

  public PowerTraceSection(ReportContext context, PowerSampleSource power) {
    this.context = context;
    this.power = power;
    context.highlighted().all().forEach(this::read);
  }

  private void read(HighlightedRun actor) {
    try {
      TotalPowerSeries line = TotalPowerSeries.of(power.of(actor.name()));
      if (line.isEmpty()) {
        miss(reason(actor), actor.name());
      } else {
        lines.put(actor, line);
      }
    } catch (RunFolderException e) {
      miss(
          "%s: the power samples cannot be read: " + e.getMessage().replace("%", "%%") + ".",
          actor.name());
    }
  }

  private static String reason(HighlightedRun actor) {
    boolean logged =
        actor.record().epochs().stream()
            .filter(EpochRow::isTraining)
            .anyMatch(row -> Double.isFinite(row.powerW()));
    return logged
        ? "%s stored no power samples, only the power of each epoch, shown above."
        : "%s: no power was metered.";
  }

  private void miss(String reason, String run) {
    missing.computeIfAbsent(reason, words -> new ArrayList<>()).add(run);
  }

  private static String sentence(String reason, List<String> runs) {
    return reason.formatted((runs.size() == 1 ? "Run " : "Runs ") + String.join(", ", runs));
  }

  /** Write the charts, or the reason why there are none; nothing if no run is highlighted. */
  @Override
  public void write(PdfDocumentWriter pdf) {
    if (context.highlighted().all().isEmpty()) {
      return;
    }
    pdf.subsection("Power over time");
    if (!lines.isEmpty()) {
      pdf.lead(
          "All samples of the meter, summed over the devices; lines longer than the chart "
              + "are downsampled to the minimum and maximum per pixel column. Shading shows the "
              + "phase of the run: epochs by their rows in the log, with validation as the last "
              + "part of each, by its mean share.");
    }
    double highest = lines.values().stream().mapToDouble(TotalPowerSeries::highest).max().orElse(0);
    lines.forEach(
        (actor, line) -> {
          List<RunPhase> spans = RunPhases.of(actor.record());
          String unit = PowerSourceLabel.with("W", actor.metrics().powerSource().mark());
          pdf.chart(
              PowerTraceChart.of(actor.powerLabel(), actor.role(), line, spans, unit, highest),
              HEIGHT);
        });
    if (!missing.isEmpty()) {
      pdf.paragraph(
          missing.entrySet().stream()
              .map(entry -> sentence(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining(" ")));
    }
  }
}
