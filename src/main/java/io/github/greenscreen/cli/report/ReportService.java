package io.github.greenscreen.cli.report;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.recommendation.FinalRuns;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.cli.support.VersionProvider;
import io.github.greenscreen.cli.sweep.SweepDefinition;
import io.github.greenscreen.config.ConfigException;
import io.github.greenscreen.report.ReportWriter;
import io.github.greenscreen.report.context.ReportInput;
import io.github.greenscreen.report.context.StudyStatus;
import io.github.greenscreen.report.html.HtmlReport;
import io.github.greenscreen.report.text.StudyProgressText;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.search.SearchException;
import io.github.greenscreen.summary.SummaryWriter;
import io.github.greenscreen.sweep.StudyProgress;
import io.github.greenscreen.sweep.SweepPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Writes the report of a runs folder, once or repeatedly. */
final class ReportService {
  private static final String PDF = "greenscreen.pdf";
  private static final String HTML = "greenscreen.html";

  private final RunStore store;
  private final Path folder;
  private final AnalysisOptions options;

  /** Report on the runs in {@code store} into {@code folder}, analysed with {@code options}. */
  ReportService(RunStore store, Path folder, AnalysisOptions options) {
    this.store = store;
    this.folder = folder;
    this.options = options;
  }

  /**
   * The content of a report.
   *
   * @param input input of the report writers
   * @param progress progress of the study; empty if the files of the sweep are broken
   * @param warning error in these files; an empty string if there is none
   */
  record Draft(ReportInput input, Optional<StudyProgress> progress, String warning) {}

  /** Return the path of the PDF. */
  Path pdf() {
    return folder.resolve(PDF);
  }

  /** Return the path of the HTML page. */
  Path html() {
    return folder.resolve(HTML);
  }

  /** Analyse {@code records}, which must be all runs of the folder. */
  Draft draft(List<RunRecord> records) {
    Optional<StudyProgress> progress = Optional.empty();
    String warning = "";
    try {
      progress = Optional.of(StudyProgress.of(store, records, plan()));
    } catch (RunFolderException | SearchException e) {
      warning = e.getMessage();
    }
    AnalysisResult analysis = Analysis.of(records, options);
    StudyStatus unfinished =
        progress.map(this::words).map(StudyProgressText::unfinished).orElse(StudyStatus.nothing());
    ReportInput input =
        new ReportInput(
            analysis,
            records,
            FinalRuns.main(records, analysis.best().map(Recommendation::configuration)),
            ZonedDateTime.now(ZoneId.systemDefault()),
            new VersionProvider().of("greenscreen"),
            unfinished,
            store::readConfusion);
    return new Draft(input, progress, warning);
  }

  /** Return {@code progress} in words. */
  StudyProgressText words(StudyProgress progress) {
    return new StudyProgressText(progress, store.path(), folder);
  }

  /** Write PDF and HTML page. */
  void write(Draft draft) {
    ReportWriter.write(pdf(), draft.input(), store::readPower);
    HtmlReport.write(html(), draft.input());
  }

  /**
   * Write PDF, HTML page and the files of {@code analyze}; the page reloads itself after {@code
   * reload}, unless that is zero.
   */
  void write(Draft draft, Duration reload) {
    ReportWriter.write(pdf(), draft.input(), store::readPower);
    HtmlReport.write(html(), draft.input(), reload);
    SummaryWriter.write(folder, draft.input().analysis(), draft.input().confusions());
  }

  /** Return the plan of the sweep, if it was saved and can be read. */
  private Optional<SweepPlan> plan() {
    try {
      Optional<SweepRecord> sweep = store.study().readSweep();
      return sweep
          .flatMap(record -> SweepDefinition.kept(store, record.pinned()))
          .map(planning -> planning.plan(sweep.orElseThrow()));
    } catch (ConfigException e) {
      return Optional.empty();
    }
  }
}
