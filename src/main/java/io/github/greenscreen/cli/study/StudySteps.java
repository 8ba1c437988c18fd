package io.github.greenscreen.cli.study;

import io.github.greenscreen.cli.option.RetryOptions;
import io.github.greenscreen.run.RunFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** The command lines of the steps of a study. Each step receives the options that it declares. */
final class StudySteps {
  /** Mixins of the study whose options also apply to a run that continues. */
  private static final List<String> CONTINUING = List.of("meter", "checkpoint", "engine");

  /** Mixins of the study whose options plan a sweep. */
  private static final List<String> PLANNING = List.of("space", "data");

  private final CommandSpec study;
  private final StudyOptions options;
  private final OptionalInt given;
  private final boolean counts;
  private final int count;
  private final int finalEpochs;

  /**
   * Create the steps of a study.
   *
   * @param study the command of the study, whose siblings are the steps
   * @param options options for the steps
   * @param given number of configurations that the user gave, now or at the start of the study
   * @param counts whether the user gave it now, so that it changes a sweep that exists; otherwise
   *     only a higher number does
   * @param count number of configurations of a new sweep
   * @param finalEpochs epochs of the final run
   */
  StudySteps(
      CommandSpec study,
      StudyOptions options,
      OptionalInt given,
      boolean counts,
      int count,
      int finalEpochs) {
    this.study = study;
    this.options = options;
    this.given = given;
    this.counts = counts;
    this.count = count;
    this.finalEpochs = finalEpochs;
  }

  /** Return the step that estimates how long the study takes. */
  List<String> estimate() {
    return step(Set.of("--meter"), "doctor", "--estimate", "-n=" + count);
  }

  /** Return the step that trains the baseline. */
  List<String> baseline() {
    return step(Set.of("--orphan"), "train", "--baseline");
  }

  /** Return the step that resumes the run in {@code folder}, whose plan is already recorded. */
  List<String> resumed(RunFolder folder) {
    Set<String> fixed = new HashSet<>(study.optionsMap().keySet());
    CONTINUING.forEach(mixin -> fixed.removeAll(study.mixins().get(mixin).optionsMap().keySet()));
    fixed.remove("--verbose");
    return step(fixed, "train", folder.path().toString());
  }

  /** Return the step that trains the configurations. */
  List<String> sweep() {
    return step(Set.of(RetryOptions.RETRY_FAILED), "sweep", "-n=" + count);
  }

  /**
   * Return the step that completes the sweep, for which {@code asked} configurations are planned.
   */
  List<String> resumedSweep(int asked) {
    List<String> words = new ArrayList<>(List.of("sweep", "--resume"));
    if (resumedCount(asked) != asked) {
      words.add("-n=" + resumedCount(asked));
    }
    return step(planning(), words.toArray(String[]::new));
  }

  /** Return the options that a sweep keeps from its start. */
  private Set<String> planning() {
    Set<String> options = new HashSet<>();
    PLANNING.forEach(mixin -> options.addAll(study.mixins().get(mixin).optionsMap().keySet()));
    return options;
  }

  /** Return the number of configurations of a new sweep. */
  int count() {
    return count;
  }

  /** Return the number of configurations of a sweep for which {@code asked} are planned. */
  int resumedCount(int asked) {
    return counts ? given.orElse(asked) : Math.max(given.orElse(asked), asked);
  }

  /** Return the step that analyses the runs. */
  List<String> analysis() {
    return step(Set.of(), "analyze");
  }

  /** Return the step that trains the recommended configuration. */
  List<String> finalRun() {
    return step(Set.of("--epochs"), "final", "--epochs=" + finalEpochs);
  }

  /** Return the step that writes the report. */
  List<String> report() {
    return step(Set.of(), "report");
  }

  private List<String> step(Set<String> except, String... words) {
    List<String> step = new ArrayList<>(List.of(words));
    CommandSpec command = study.parent().subcommands().get(words[0]).getCommandSpec();
    step.addAll(options.accepted(command, except));
    return step;
  }
}
