package io.github.greenscreen.report;

import io.github.greenscreen.analysis.SourceMark;
import io.github.greenscreen.chart.PowerLine;
import io.github.greenscreen.chart.Span;
import io.github.greenscreen.chart.TraceChart;
import io.github.greenscreen.run.EpochRow;
import io.github.greenscreen.run.RunFolderException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The power of the runs that matter at every moment, and what they did meanwhile. */
final class TraceSection {
  private static final float HEIGHT = 126;

  private final Story story;
  private final PowerArchive power;
  private final Map<Actor, PowerLine> lines = new LinkedHashMap<>();
  private final Map<String, List<String>> missing = new LinkedHashMap<>();

  TraceSection(Story story, PowerArchive power) {
    this.story = story;
    this.power = power;
    story.cast().all().forEach(this::read);
  }

  private void read(Actor actor) {
    try {
      PowerLine line = PowerLine.of(power.of(actor.name()));
      if (line.isEmpty()) {
        miss(why(actor), actor.name());
      } else {
        lines.put(actor, line);
      }
    } catch (RunFolderException e) {
      miss(
          "%s: the power samples cannot be read: " + e.getMessage().replace("%", "%%") + ".",
          actor.name());
    }
  }

  private static String why(Actor actor) {
    boolean logged =
        actor.record().epochs().stream()
            .filter(EpochRow::isTraining)
            .anyMatch(row -> Double.isFinite(row.powerW()));
    return logged
        ? "%s kept no samples of the power, only the power of each epoch, shown above."
        : "%s: no power was metered.";
  }

  private void miss(String why, String run) {
    missing.computeIfAbsent(why, words -> new ArrayList<>()).add(run);
  }

  private static String sentence(String why, List<String> runs) {
    return why.formatted((runs.size() == 1 ? "Run " : "Runs ") + String.join(", ", runs));
  }

  /** Write the charts, or why there are none; nothing where no run has a part. */
  void write(Sheet sheet) {
    if (story.cast().all().isEmpty()) {
      return;
    }
    sheet.subsection("Power at every moment");
    if (!lines.isEmpty()) {
      sheet.lead(
          "Every sample of the meter, all devices together; where a line is longer than the picture is wide, the lowest and the highest of each moment. Shaded is what the run did: epochs by their rows in the log, validation as the last part of each, by its mean share.");
    }
    double highest = lines.values().stream().mapToDouble(PowerLine::highest).max().orElse(0);
    lines.forEach(
        (actor, line) -> {
          List<Span> spans = Phases.of(actor.record());
          String unit = SourceMark.with("W", actor.metrics().powerSource().mark());
          sheet.chart(
              TraceChart.of(actor.powerLabel(), actor.role(), line, spans, unit, highest), HEIGHT);
        });
    if (!missing.isEmpty()) {
      sheet.paragraph(
          missing.entrySet().stream()
              .map(entry -> sentence(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining(" ")));
    }
  }
}
