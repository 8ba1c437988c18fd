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
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final List<Column> columns;

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
        Column.all(analysis.carbon()).stream()
            .filter(each -> metrics.values().stream().anyMatch(run -> isKnown(each, run)))
            .toList();
  }

  String title() {
    return headlines.title();
  }

  Map<String, Object> tree() {
    AnalysisResult analysis = input.analysis();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("title", headlines.title());
    tree.put("date", headlines.date());
    tree.put("version", input.version());
    tree.put("reload_s", reload.toMillis() / MILLIS);
    tree.put("unfinished", input.unfinished().isOpen() ? unfinished() : null);
    tree.put("summary", headlines.paragraphs());
    tree.put("notes", analysis.notes());
    tree.put("cost", analysis.cost() == Cost.ENERGY ? "energy_Wh" : "seconds");
    tree.put("mark", analysis.mark());
    tree.put("columns", columns.stream().map(this::head).toList());
    tree.put("parameters", headlines.parameters());
    tree.put("curves", ChartCurve.heads());
    tree.put("pareto", analysis.tradeOff().frontier().runs());
    tree.put("runs", records().map(this::run).toList());
    return tree;
  }

  private Map<String, Object> unfinished() {
    StudyStatus unfinished = input.unfinished();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("headline", unfinished.headline());
    tree.put(
        "gaps",
        unfinished.gaps().stream()
            .map(gap -> List.of(gap.run(), gap.state(), gap.words()))
            .toList());
    tree.put(
        "steps",
        unfinished.steps().stream().map(step -> List.of(step.reason(), step.command())).toList());
    return tree;
  }

  /** The unit of efficiency depends on the cost it is computed from. */
  private Map<String, Object> head(Column column) {
    Map<String, Object> head = column.head();
    if (column.key().equals("efficiency")) {
      head.put("unit", input.analysis().cost().efficiencyUnit());
    }
    return head;
  }

  private Stream<RunRecord> records() {
    return Stream.concat(input.runs().stream(), input.finalRun().stream()).distinct();
  }

  private Map<String, Object> run(RunRecord record) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("name", record.name());
    run.put("role", headlines.role(record.name()).map(RunRole::label).orElse(""));
    run.put("purpose", record.status().purpose().configName());
    run.put("state", record.status().state().configName());
    run.put("why", record.status().reason());
    run.put("parameters", parameters(record));
    run.put("values", values(record));
    run.put("curves", ChartCurve.of(record.epochs()));
    return run;
  }

  private Map<String, Object> parameters(RunRecord record) {
    Map<String, Object> values = new LinkedHashMap<>();
    headlines
        .parameters()
        .forEach(name -> values.put(name, record.plan().configuration().find(name).orElse(null)));
    return values;
  }

  /** Return the numbers of a run that was analysed or is highlighted; nothing for others. */
  private Map<String, Object> values(RunRecord record) {
    Map<String, Object> values = new LinkedHashMap<>();
    RunMetrics run = metrics.get(record.name());
    if (run != null) {
      columns.forEach(
          each -> values.put(each.key(), ChartNumberFormat.of(each.of().applyAsDouble(run))));
    }
    return values;
  }

  private static boolean isKnown(Column column, RunMetrics run) {
    return Double.isFinite(column.of().applyAsDouble(run));
  }
}
