package io.github.greenscreen.report.text;

import io.github.greenscreen.report.context.StudyStatus.Step;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.sweep.StudyProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands that finish a study. */
final class NextSteps {
  private static final Set<RunState> LOST = Set.of(RunState.FAILED, RunState.INCOMPLETE);
  private static final String TAME = "[A-Za-z0-9_./:@%+=,-]+";

  private final StudyProgress progress;
  private final Path runs;
  private final Path report;

  /**
   * Create the commands for the runs in the folder {@code runs}, whose results go to {@code
   * report}.
   */
  NextSteps(StudyProgress progress, Path runs, Path report) {
    this.progress = progress;
    this.runs = runs;
    this.report = report;
  }

  /** Return the steps in the order of execution; none if nothing is missing. */
  List<Step> all() {
    List<Step> steps = new ArrayList<>();
    baseline().ifPresent(steps::add);
    sweep().ifPresent(steps::add);
    failed().ifPresent(steps::add);
    finalRun().ifPresent(steps::add);
    return steps;
  }

  private Optional<Step> baseline() {
    Optional<RunRecord> run = progress.baseline().filter(StudyProgressText::isGap);
    if (run.map(each -> LOST.contains(each.status().state())).orElse(false)) {
      String reason = "Train the baseline again, adding the options it was started with";
      return Optional.of(new Step(reason, "greenscreen train --baseline --runs " + quoted(runs)));
    }
    return run.filter(this::isResumable).map(each -> new Step("Resume the baseline", train(each)));
  }

  private Optional<Step> sweep() {
    if (progress.sweep().isEmpty() || progress.isComplete()) {
      return Optional.empty();
    }
    if (progress.atWork().isPresent()) {
      return Optional.of(
          new Step(
              "Keep this report up to date while the sweep runs",
              "greenscreen report --watch" + both()));
    }
    String budget = progress.sweep().get().settings().getOrDefault("energy-budget", "");
    String more =
        budget.isEmpty()
            ? ""
            : " (with a larger --energy-budget if %s is used up)".formatted(budget);
    return Optional.of(
        new Step("Finish the sweep" + more, "greenscreen sweep --resume --runs " + quoted(runs)));
  }

  /** Resuming skips failed runs, since most would fail again. */
  private Optional<Step> failed() {
    List<String> names =
        progress.begun().stream()
            .filter(run -> run.status().state() == RunState.FAILED && !StudyProgress.isOpen(run))
            .map(RunRecord::name)
            .toList();
    return names.isEmpty() || progress.sweep().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Step(
                "To retry failed runs, move %s %s out of %s and finish the sweep"
                    .formatted(names.size() == 1 ? "folder" : "folders", some(names), runs),
                "greenscreen sweep --resume --runs " + quoted(runs)));
  }

  private Optional<Step> finalRun() {
    Optional<RunRecord> run = progress.finalRun();
    if (run.isPresent() && run.get().status().state() == RunState.COMPLETED) {
      return Optional.empty();
    }
    if (run.isPresent() && isResumable(run.get())) {
      return Optional.of(new Step("Resume the final run", train(run.get())));
    }
    if (run.isPresent() && progress.alive().contains(run.get().name())) {
      return Optional.empty();
    }
    if (afterwards().isEmpty() && !isAnyCompleted()) {
      return Optional.of(
          new Step(
              "No final run exists, and no completed run provides a configuration for it", ""));
    }
    String reason =
        run.map(
                last ->
                    "The final run (%s) has no result (%s); %strain it again"
                        .formatted(last.name(), last.status().state().configName(), afterwards()))
            .orElse("No final run exists; %strain it".formatted(afterwards()));
    return Optional.of(
        new Step(reason, "greenscreen analyze%s && greenscreen final%s".formatted(both(), both())));
  }

  private boolean isAnyCompleted() {
    return Stream.concat(progress.begun().stream(), progress.baseline().stream())
        .anyMatch(run -> run.status().state() == RunState.COMPLETED);
  }

  private String afterwards() {
    return progress.sweep().isEmpty() || progress.isComplete() ? "" : "after the sweep ";
  }

  /** Return whether a run has begun, has not ended, and no process trains it. */
  private boolean isResumable(RunRecord run) {
    RunState state = run.status().state();
    boolean left = state == RunState.RUNNING && !progress.alive().contains(run.name());
    return left || state == RunState.INTERRUPTED || state == RunState.WAITING;
  }

  private String train(RunRecord run) {
    return "greenscreen train " + quoted(runs.resolve(run.name()));
  }

  private String both() {
    return " --runs %s --report %s".formatted(quoted(runs), quoted(report));
  }

  private static String some(List<String> names) {
    int most = 8;
    String first = names.stream().limit(most).collect(Collectors.joining(", "));
    return names.size() > most ? first + " and so on" : first;
  }

  /** Return {@code path} quoted for a shell. */
  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches(TAME) ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
