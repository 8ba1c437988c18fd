package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.metrics.ComparableRuns;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import io.github.greenscreen.power.PowerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds notes on runs whose power was not measured, or came from several sources. */
final class PowerSourceNotes {
  private PowerSourceNotes() {}

  /** Return the notes on {@code runs}; none if all power was measured or none is known. */
  static List<String> of(List<RunMetrics> runs, ComparableRuns basis) {
    Map<PowerSource, Long> counts = ComparableRuns.counts(runs);
    List<String> notes = new ArrayList<>();
    if (counts.size() == 1 && basis.source() != PowerSource.MEASURED) {
      notes.add(same(basis.source()));
    }
    if (counts.size() > 1) {
      notes.add(
          "Power was %s; rankings mark these energies, which are not comparable."
              .formatted(
                  counts.keySet().stream()
                      .map(source -> runs(source, runs))
                      .collect(Collectors.joining(", "))));
      notes.add(
          ("Regressions and recommendation use only the %s runs; %s of another source %s "
                  + "left out.")
              .formatted(
                  basis.source().configName(),
                  basis.left().size() == 1 ? "1 run" : basis.left().size() + " runs",
                  basis.left().size() == 1 ? "is" : "are"));
    }
    return notes;
  }

  private static String same(PowerSource source) {
    return switch (source) {
      case ESTIMATED ->
          "All power is estimated, not measured, and so are energy, efficiency and CO2e.";
      case MIXED ->
          "Part of the power is estimated, not measured, and so are energy, efficiency and CO2e.";
      case REPLAYED ->
          "All power is replayed from an earlier recording, so energy, efficiency and CO2e are not"
              + " those of these runs.";
      default -> throw new IllegalArgumentException("nothing to say of " + source);
    };
  }

  private static String runs(PowerSource source, List<RunMetrics> all) {
    List<RunMetrics> runs =
        all.stream().filter(RunMetrics::hasEnergy).filter(r -> r.powerSource() == source).toList();
    return "%s in %s (%s)"
        .formatted(
            source.words(),
            runs.size() == 1 ? "1 run" : runs.size() + " runs",
            RunNameOrder.some(runs));
  }
}
