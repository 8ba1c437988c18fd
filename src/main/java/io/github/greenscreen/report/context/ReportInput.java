package io.github.greenscreen.report.context;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.evaluation.ConfusionSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The input of a report.
 *
 * @param analysis the result of the analysis
 * @param runs all runs, including failed ones, by name
 * @param finalRun the completed final run of the recommended configuration, if it exists; one that
 *     was stopped is among {@code runs}
 * @param created the date of the report, in the reader's time zone
 * @param version version of greenscreen that writes the report
 * @param unfinished what the study still lacks
 * @param confusions the confusion matrices of the runs
 */
public record ReportInput(
    AnalysisResult analysis,
    List<RunRecord> runs,
    Optional<RunRecord> finalRun,
    ZonedDateTime created,
    String version,
    StudyStatus unfinished,
    ConfusionSource confusions) {
  public ReportInput {
    Objects.requireNonNull(analysis);
    runs = List.copyOf(runs);
    Objects.requireNonNull(finalRun);
    Objects.requireNonNull(created);
    Objects.requireNonNull(version);
    Objects.requireNonNull(unfinished);
    Objects.requireNonNull(confusions);
  }

  /** Create the input for a complete study without confusion matrices. */
  public ReportInput(
      AnalysisResult analysis,
      List<RunRecord> runs,
      Optional<RunRecord> finalRun,
      ZonedDateTime created,
      String version) {
    this(
        analysis, runs, finalRun, created, version, StudyStatus.nothing(), ConfusionSource.empty());
  }

  /** Return this input with the confusion matrices of {@code source}. */
  public ReportInput with(ConfusionSource source) {
    return new ReportInput(analysis, runs, finalRun, created, version, unfinished, source);
  }
}
