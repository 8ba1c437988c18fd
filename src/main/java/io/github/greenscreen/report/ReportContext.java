package io.github.greenscreen.report;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.Cost;
import io.github.greenscreen.analysis.PowerSourceLabel;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.run.RunPurpose;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunState;
import io.github.greenscreen.space.Configuration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What all sections share: who plays which part, under what circumstances, and in which parameters
 * the runs differ at all.
 *
 * @param input what was handed in
 * @param cast the runs that are spoken of by name
 * @param facts circumstances of all runs
 */
record ReportContext(ReportInput input, HighlightedRuns cast, ExperimentConditions facts) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  static ReportContext of(ReportInput input) {
    List<RunRecord> all =
        Stream.concat(input.runs().stream(), input.finalRun().stream()).distinct().toList();
    return new ReportContext(input, HighlightedRuns.of(input), new ExperimentConditions(all));
  }

  AnalysisResult analysis() {
    return input.analysis();
  }

  Cost cost() {
    return input.analysis().cost();
  }

  String title() {
    String what = cost() == Cost.ENERGY ? "Accuracy for energy" : "Accuracy for time";
    return PowerSourceLabel.beside(what, mark()) + ": " + subjectOf();
  }

  /** Return what must stand beside the energies of all runs and the final run, see SourceMark. */
  String mark() {
    return PowerSourceLabel.of(
        Stream.concat(
                analysis().runs().stream(), cast.finalRun().map(HighlightedRun::metrics).stream())
            .toList());
  }

  /** Return what must stand beside the energies of the runs that are spoken of by name. */
  String castMark() {
    return PowerSourceLabel.of(cast.all().stream().map(HighlightedRun::metrics).toList());
  }

  /** Return the cost on which regression and recommendation rest, marked where it is a guess. */
  String basisNoun() {
    return PowerSourceLabel.beside(cost().noun(), analysis().basis().source().mark());
  }

  String date() {
    return DATE.format(input.created());
  }

  String subject() {
    return "Which training configuration gives the most accuracy for the least "
        + PowerSourceLabel.beside(cost().noun(), mark());
  }

  /** Return runs of the baseline and the sweep, however they went. */
  List<RunRecord> sweep() {
    return input.runs().stream()
        .filter(
            run ->
                run.status().purpose() == RunPurpose.BASELINE
                    || run.status().purpose() == RunPurpose.SWEEP)
        .toList();
  }

  /** Return the baseline where it was stopped early. */
  Optional<RunRecord> stoppedBaseline() {
    return stopped(RunPurpose.BASELINE);
  }

  /** Return the last final run that was stopped early, where no completed one counts. */
  Optional<RunRecord> stoppedFinal() {
    return input.finalRun().isPresent() ? Optional.empty() : stopped(RunPurpose.FINAL);
  }

  private Optional<RunRecord> stopped(RunPurpose purpose) {
    return input.runs().stream()
        .filter(run -> run.status().purpose() == purpose)
        .filter(run -> run.status().state() == RunState.STOPPED)
        .reduce((first, second) -> second);
  }

  /** Return parameters in which analysed runs differ, seed left out; all where there is one run. */
  List<String> parameters() {
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
