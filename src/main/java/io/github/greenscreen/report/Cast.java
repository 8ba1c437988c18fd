package io.github.greenscreen.report;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.chart.Role;
import io.github.greenscreen.run.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which runs the report speaks of by name.
 *
 * @param baseline the first baseline that completed; folders without a status have it in run 001
 * @param efficient the most efficient run, where any run has an efficiency
 * @param finalRun the final run, where it was made
 */
record Cast(Optional<Actor> baseline, Optional<Actor> efficient, Optional<Actor> finalRun) {
  static Cast of(ReportInput input) {
    AnalysisResult analysis = input.analysis();
    Optional<RunMetrics> first =
        analysis.byEfficiency().isEmpty()
            ? Optional.empty()
            : Optional.of(analysis.byEfficiency().get(0));
    return new Cast(
        analysis.landmarks().baseline().flatMap(run -> actor(Role.BASELINE, run.name(), input)),
        first.flatMap(metrics -> actor(Role.EFFICIENT, metrics.name(), input)),
        input
            .finalRun()
            .flatMap(
                run ->
                    analysis
                        .landmarks()
                        .finalRun()
                        .filter(metrics -> metrics.name().equals(run.name()))
                        .map(metrics -> new Actor(Role.FINAL, run, metrics))));
  }

  /** Return those there are, each run once: baseline, most efficient, final. */
  List<Actor> all() {
    boolean same =
        baseline.isPresent()
            && efficient.map(e -> e.name().equals(baseline.get().name())).orElse(false);
    return Stream.of(same ? Optional.<Actor>empty() : baseline, efficient, finalRun)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Actor> actor(Role role, String name, ReportInput input) {
    Optional<RunRecord> record =
        input.runs().stream().filter(run -> run.name().equals(name)).findFirst();
    Optional<RunMetrics> metrics =
        input.analysis().runs().stream().filter(run -> run.name().equals(name)).findFirst();
    return record.flatMap(r -> metrics.map(m -> new Actor(role, r, m)));
  }
}
