package io.github.greenscreen.report;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ReportInput;
import io.github.greenscreen.report.text.ExecutiveSummary;
import java.util.List;
import java.util.Optional;

/**
 * The title, date, summary, and highlighted runs with which every form of the report begins.
 *
 * @param title for instance {@code Accuracy for energy: ResNet-50 on CIFAR-10}
 * @param date date of the report, for instance {@code 22 November 2026}
 * @param paragraphs the summary in plain sentences, the most important first
 * @param parameters parameters in which the analysed runs differ, in their order
 * @param roles highlighted runs in the order baseline, most efficient, final
 */
public record ReportHeader(
    String title,
    String date,
    List<String> paragraphs,
    List<String> parameters,
    List<RunRole> roles) {
  public ReportHeader {
    paragraphs = List.copyOf(paragraphs);
    parameters = List.copyOf(parameters);
    roles = List.copyOf(roles);
  }

  /**
   * The role of a run.
   *
   * @param run its name
   * @param label the role and the name, for instance {@code Baseline (001)}
   * @param metrics its metrics
   */
  public record RunRole(String run, String label, RunMetrics metrics) {}

  /** Create the header of {@code input}. */
  public static ReportHeader of(ReportInput input) {
    ReportContext context = ReportContext.of(input);
    return new ReportHeader(
        context.title(),
        context.date(),
        new ExecutiveSummary(context).paragraphs(),
        context.parameters(),
        context.highlighted().all().stream()
            .map(each -> new RunRole(each.name(), each.label(), each.metrics()))
            .toList());
  }

  /** Return the role of {@code run}, empty if it has none. */
  public Optional<RunRole> role(String run) {
    return roles.stream().filter(role -> role.run().equals(run)).findFirst();
  }
}
