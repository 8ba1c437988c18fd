package io.github.greenscreen.report.context;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.chart.model.RunRole;
import io.github.greenscreen.run.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runs that the report mentions by role.
 *
 * @param baseline the first completed baseline; in folders without a status, run 001
 * @param efficient the most efficient run, if any run has an efficiency
 * @param finalRun the final run, if it exists
 */
public record HighlightedRuns(
    Optional<HighlightedRun> baseline,
    Optional<HighlightedRun> efficient,
    Optional<HighlightedRun> finalRun) {
  static HighlightedRuns of(ReportInput input) {
    AnalysisResult analysis = input.analysis();
    Optional<RunMetrics> first =
        analysis.byEfficiency().isEmpty()
            ? Optional.empty()
            : Optional.of(analysis.byEfficiency().get(0));
    return new HighlightedRuns(
        analysis
            .referenceRuns()
            .baseline()
            .flatMap(run -> actor(RunRole.BASELINE, run.name(), input)),
        first.flatMap(metrics -> actor(RunRole.EFFICIENT, metrics.name(), input)),
        input
            .finalRun()
            .flatMap(
                run ->
                    analysis
                        .referenceRuns()
                        .finalRun()
                        .filter(metrics -> metrics.name().equals(run.name()))
                        .map(metrics -> new HighlightedRun(RunRole.FINAL, run, metrics))));
  }

  /** Return the existing ones, each run once: baseline, most efficient, final. */
  public List<HighlightedRun> all() {
    boolean same =
        baseline.isPresent()
            && efficient.map(e -> e.name().equals(baseline.get().name())).orElse(false);
    return Stream.of(same ? Optional.<HighlightedRun>empty() : baseline, efficient, finalRun)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<HighlightedRun> actor(RunRole role, String name, ReportInput input) {
    Optional<RunRecord> record =
        input.runs().stream().filter(run -> run.name().equals(name)).findFirst();
    Optional<RunMetrics> metrics =
        input.analysis().runs().stream().filter(run -> run.name().equals(name)).findFirst();
    return record.flatMap(r -> metrics.map(m -> new HighlightedRun(role, r, m)));
  }
}
