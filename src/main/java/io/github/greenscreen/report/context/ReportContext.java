package io.github.greenscreen.report.context;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.space.Configuration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The data that all sections share: the highlighted runs, the experimental conditions, and the
 * parameters in which the runs differ.
 *
 * @param input the input of the report
 * @param highlighted the runs that are mentioned by role
 * @param facts conditions of all runs
 */
public record ReportContext(
    ReportInput input, HighlightedRuns highlighted, ExperimentConditions facts) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  public static ReportContext of(ReportInput input) {
    List<RunRecord> all =
        Stream.concat(input.runs().stream(), input.finalRun().stream()).distinct().toList();
    return new ReportContext(input, HighlightedRuns.of(input), new ExperimentConditions(all));
  }

  public AnalysisResult analysis() {
    return input.analysis();
  }

  public Cost cost() {
    return input.analysis().cost();
  }

  public String title() {
    String what = cost() == Cost.ENERGY ? "Accuracy for energy" : "Accuracy for time";
    return PowerSourceLabel.beside(what, mark()) + ": " + subjectOf();
  }

  /**
   * Return the mark for the energies of all runs and the final run; see {@link PowerSourceLabel}.
   */
  public String mark() {
    return PowerSourceLabel.of(
        Stream.concat(
                analysis().runs().stream(),
                highlighted.finalRun().map(HighlightedRun::metrics).stream())
            .toList());
  }

  /** Return the mark for the energies of the highlighted runs. */
  public String highlightedMark() {
    return PowerSourceLabel.of(highlighted.all().stream().map(HighlightedRun::metrics).toList());
  }

  /**
   * Return the name of the cost behind regression and recommendation, with a mark if it is
   * estimated.
   */
  public String comparableCostLabel() {
    return PowerSourceLabel.beside(cost().noun(), analysis().basis().source().mark());
  }

  public String date() {
    return DATE.format(input.created());
  }

  public String subject() {
    return "Which configuration gives the most accuracy for the least "
        + PowerSourceLabel.beside(cost().noun(), mark());
  }

  /** Return the runs of the baseline and the sweep, whatever their outcome. */
  public List<RunRecord> sweep() {
    return input.runs().stream()
        .filter(
            run ->
                run.status().purpose() == RunPurpose.BASELINE
                    || run.status().purpose() == RunPurpose.SWEEP)
        .toList();
  }

  /** Return the baseline if it was stopped early. */
  public Optional<RunRecord> stoppedBaseline() {
    return stopped(RunPurpose.BASELINE);
  }

  /** Return the last final run that was stopped early, if no completed one exists. */
  public Optional<RunRecord> stoppedFinal() {
    return input.finalRun().isPresent() ? Optional.empty() : stopped(RunPurpose.FINAL);
  }

  private Optional<RunRecord> stopped(RunPurpose purpose) {
    return input.runs().stream()
        .filter(run -> run.status().purpose() == purpose)
        .filter(run -> run.status().state() == RunState.STOPPED)
        .reduce((first, second) -> second);
  }

  /**
   * Return the parameters in which analysed runs differ, except the seed; all if there is one run.
   */
  public List<String> parameters() {
    List<Configuration> all = analysis().runs().stream().map(RunMetrics::configuration).toList();
    Set<String> names = new LinkedHashSet<>();
    all.forEach(configuration -> names.addAll(configuration.values().keySet()));
    return names.stream()
        .filter(name -> !name.equals("seed"))
        .filter(
            name -> all.size() == 1 || all.stream().map(c -> c.find(name)).distinct().count() > 1)
        .toList();
  }

  private String subjectOf() {
    boolean network = !facts.network().equals(ExperimentConditions.NOT_RECORDED);
    boolean dataset = !facts.dataset().equals(ExperimentConditions.NOT_RECORDED);
    String name = network ? facts.network() : "a sweep";
    return dataset ? name + " on " + facts.dataset() : name;
  }
}
