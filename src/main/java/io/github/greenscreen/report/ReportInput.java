package io.github.greenscreen.report;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.run.RunRecord;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a report tells.
 *
 * @param analysis what the analysis found
 * @param runs every run there is, failed ones among them, by name
 * @param finalRun the completed final run of the recommended configuration, where it was made; one
 *     that was stopped is found among the runs
 * @param created the moment to print as the date of the report, in the reader's time zone
 * @param version version of greenscreen that writes the report
 * @param unfinished what the study still lacks
 */
public record ReportInput(
    AnalysisResult analysis,
    List<RunRecord> runs,
    Optional<RunRecord> finalRun,
    ZonedDateTime created,
    String version,
    StudyStatus unfinished) {
  public ReportInput {
    Objects.requireNonNull(analysis);
    runs = List.copyOf(runs);
    Objects.requireNonNull(finalRun);
    Objects.requireNonNull(created);
    Objects.requireNonNull(version);
    Objects.requireNonNull(unfinished);
  }

  /** Tell of a study that lacks nothing. */
  public ReportInput(
      AnalysisResult analysis,
      List<RunRecord> runs,
      Optional<RunRecord> finalRun,
      ZonedDateTime created,
      String version) {
    this(analysis, runs, finalRun, created, version, StudyStatus.nothing());
  }
}
