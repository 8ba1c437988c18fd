package io.github.greenscreen.report.html;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.format.ChartNumberFormat;
import io.github.greenscreen.report.ReportHeader;
import io.github.greenscreen.report.ReportHeader.RunRole;
import io.github.greenscreen.report.context.ReportInput;
import io.github.greenscreen.report.context.StudyStatus;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.summary.ConfusionJson;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The data of the page, as a tree of maps and lists. */
final class PageData {
  private static final double MILLIS = 1000;

  private final ReportInput input;
  private final Duration reload;
  private final ReportHeader headlines;
  private final Map<String, RunMetrics> metrics = new HashMap<>();
  private final List<Column<RunMetrics>> columns;

  /**
   * Create the data of {@code input}; the page reloads every {@code reload}, never if that is zero.
   */
  PageData(ReportInput input, Duration reload) {
    this.input = input;
    this.reload = reload;
    this.headlines = ReportHeader.of(input);
    AnalysisResult analysis = input.analysis();
    headlines.roles().forEach(role -> metrics.put(role.run(), role.metrics()));
    analysis.runs().forEach(run -> metrics.put(run.name(), run));
    this.columns =
        PageMetrics.of(analysis).stream()
            .filter(each -> metrics.values().stream().anyMatch(run -> isKnown(each, run)))
            .toList();
  }

  String title() {
    return headlines.title();
  }

  JsonObject tree() {
    AnalysisResult analysis = input.analysis();
    return new JsonObject()
        .with("title", headlines.title())
        .with("date", headlines.date())
        .with("version", input.version())
        .with("reload_s", reload.toMillis() / MILLIS)
        .with("unfinished", input.unfinished().isOpen() ? unfinished() : null)
        .with("summary", headlines.paragraphs())
        .with("notes", analysis.notes())
        .with("cost", analysis.cost() == Cost.ENERGY ? "energy_Wh" : "seconds")
        .with("mark", analysis.mark())
        .with("columns", columns.stream().map(PageMetrics::head).toList())
        .with("parameters", headlines.parameters())
        .with("curves", ChartCurve.heads())
        .with("pareto", analysis.tradeOff().frontier().runs())
        .with("runs", records().map(this::run).toList())
        .with("confusion", ConfusionJson.of(analysis, input.confusions()));
  }

  private JsonObject unfinished() {
    StudyStatus unfinished = input.unfinished();
    return new JsonObject()
        .with("headline", unfinished.headline())
        .with(
            "gaps",
            unfinished.gaps().stream()
                .map(gap -> List.of(gap.run(), gap.state(), gap.words()))
                .toList())
        .with(
            "steps",
            unfinished.steps().stream()
                .map(step -> List.of(step.reason(), step.command()))
                .toList());
  }

  private Stream<RunRecord> records() {
    return Stream.concat(input.runs().stream(), input.finalRun().stream()).distinct();
  }

  private JsonObject run(RunRecord record) {
    return new JsonObject()
        .with("name", record.name())
        .with("role", headlines.role(record.name()).map(RunRole::label).orElse(""))
        .with("purpose", record.status().purpose().configName())
        .with("state", record.status().state().configName())
        .with("why", record.status().reason())
        .with("parameters", parameters(record))
        .with("values", values(record))
        .with("curves", ChartCurve.of(record.epochs()));
  }

  private JsonObject parameters(RunRecord record) {
    return JsonObject.of(
        headlines.parameters(),
        name -> name,
        name -> record.plan().configuration().find(name).orElse(null));
  }

  /** Return the numbers of a run that was analysed or is highlighted; nothing for others. */
  private JsonObject values(RunRecord record) {
    RunMetrics run = metrics.get(record.name());
    return run == null
        ? new JsonObject()
        : JsonObject.of(
            columns, Column::name, metric -> ChartNumberFormat.of(PageMetrics.number(metric, run)));
  }

  private static boolean isKnown(Column<RunMetrics> metric, RunMetrics run) {
    return Double.isFinite(PageMetrics.number(metric, run));
  }
}
