package io.github.greenscreen.report.text;

import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.StudyStatus;
import io.github.greenscreen.report.context.StudyStatus.Gap;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.sweep.StudyProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes what an unfinished study lacks. */
public final class StudyProgressText {
  private static final Set<RunState> ENDED_WELL = Set.of(RunState.COMPLETED, RunState.STOPPED);

  private final StudyProgress progress;
  private final Path runs;
  private final Path report;

  /**
   * Create the text for the runs in the folder {@code runs}, whose results go to {@code report}.
   */
  public StudyProgressText(StudyProgress progress, Path runs, Path report) {
    this.progress = Objects.requireNonNull(progress);
    this.runs = Objects.requireNonNull(runs);
    this.report = Objects.requireNonNull(report);
  }

  /** Return the progress of the sweep, for instance for a status line. */
  public String progress() {
    if (progress.sweep().isEmpty() && progress.begun().isEmpty()) {
      return "no sweep has started in " + runs;
    }
    long ended = progress.begun().stream().filter(run -> !StudyProgress.isOpen(run)).count();
    return "%s of %s of the sweep %s ended%s"
        .formatted(
            ended,
            ReportNumberFormat.count(progress.planned(), "run", "runs"),
            ended == 1 || progress.planned() == 1 ? "has" : "have",
            parts());
  }

  /** Return everything that is missing, and the commands that complete it. */
  public StudyStatus unfinished() {
    boolean sweep = progress.sweep().isPresent() && !progress.isComplete();
    boolean orphan =
        progress.sweep().isEmpty() && progress.begun().stream().anyMatch(StudyProgress::isOpen);
    boolean others =
        Stream.of(progress.baseline(), progress.finalRun())
            .flatMap(Optional::stream)
            .anyMatch(StudyProgressText::isGap);
    String headline = sweep || orphan || others ? headline(sweep) : "";
    return new StudyStatus(headline, gaps(), new NextSteps(progress, runs, report).all());
  }

  private String headline(boolean sweep) {
    String work =
        progress.atWork().map(who -> " It is running (%s).".formatted(who.words())).orElse("");
    return "The %s is unfinished: %s.%s"
        .formatted(sweep ? "sweep" : "study", progress(), sweep ? work : "");
  }

  /** Return the numbers of runs by state, in parentheses. */
  private String parts() {
    List<String> parts = new ArrayList<>();
    for (RunState state :
        List.of(
            RunState.COMPLETED,
            RunState.STOPPED,
            RunState.FAILED,
            RunState.RUNNING,
            RunState.INTERRUPTED,
            RunState.INCOMPLETE)) {
      long count = progress.begun().stream().filter(run -> run.status().state() == state).count();
      if (count > 0) {
        parts.add(count + " " + state.configName());
      }
    }
    long waiting =
        progress.begun().stream().filter(run -> run.status().state() == RunState.WAITING).count()
            + progress.unbegun().size()
            + progress.unchosen();
    if (waiting > 0) {
      parts.add(waiting + " not started");
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  private List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    progress
        .baseline()
        .filter(StudyProgressText::isGap)
        .map(r -> gap("baseline", r))
        .ifPresent(gaps::add);
    progress.begun().stream()
        .filter(StudyProgressText::isGap)
        .map(run -> gap("", run))
        .forEach(gaps::add);
    Set<String> varying = varying();
    progress.unbegun().forEach(each -> gaps.add(new Gap("–", "not started", words(each, varying))));
    if (progress.unchosen() > 0) {
      gaps.add(
          new Gap(
              "–",
              "not started",
              "%s whose configurations have not been chosen yet"
                  .formatted(ReportNumberFormat.count(progress.unchosen(), "run", "runs"))));
    }
    progress
        .finalRun()
        .filter(StudyProgressText::isGap)
        .map(r -> gap("final run", r))
        .ifPresent(gaps::add);
    return gaps;
  }

  /** Return whether {@code run} has no result. */
  static boolean isGap(RunRecord run) {
    return !ENDED_WELL.contains(run.status().state());
  }

  private Gap gap(String part, RunRecord run) {
    RunState state = run.status().state();
    List<String> words = new ArrayList<>();
    if (!part.isEmpty()) {
      words.add(part);
    }
    if (state == RunState.RUNNING) {
      words.add(epochs(run));
      if (!progress.alive().contains(run.name())) {
        words.add("its process has disappeared");
      }
    } else if (state == RunState.INTERRUPTED) {
      words.add(epochs(run));
    }
    if (!run.status().reason().isEmpty()) {
      words.add(run.status().reason());
    }
    String spelled = state == RunState.WAITING ? "not started" : state.configName();
    return new Gap(run.name(), spelled, String.join("; ", words));
  }

  private static String epochs(RunRecord run) {
    long done = run.epochs().stream().filter(EpochRow::isTraining).count();
    return run.plan().epochs().isPresent()
        ? "%s of %s"
            .formatted(
                done, ReportNumberFormat.count(run.plan().epochs().getAsInt(), "epoch", "epochs"))
        : ReportNumberFormat.count(done, "epoch", "epochs");
  }

  /** Return the parameters in which the configurations of the sweep differ. */
  private Set<String> varying() {
    List<Configuration> all =
        progress.sweep().map(sweep -> sweep.configurations()).orElse(List.of());
    Set<String> names = new LinkedHashSet<>();
    all.forEach(each -> names.addAll(each.values().keySet()));
    names.removeIf(name -> all.stream().map(each -> each.find(name)).distinct().count() < 2);
    return names;
  }

  private static String words(Configuration configuration, Set<String> varying) {
    return varying.stream()
        .flatMap(name -> configuration.find(name).map(value -> name + " " + value).stream())
        .collect(Collectors.joining(", "));
  }
}
