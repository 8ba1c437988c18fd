package io.github.greenscreen.study;

import io.github.greenscreen.run.RunFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The command lines of the steps of a study. Each step receives the options that it declares. */
public final class StudySteps {
  /** Groups of options that also apply to a run that continues. */
  private static final List<String> CONTINUING = List.of("meter", "checkpoint", "engine");

  /** Groups of options that plan a sweep. */
  private static final List<String> PLANNING = List.of("space", "data");

  private final DeclaredOptions declared;
  private final StudyOptions options;
  private final OptionalInt given;
  private final boolean counts;
  private final int count;
  private final int finalEpochs;

  /**
   * Create the steps of a study.
   *
   * @param declared options of the study and of its steps
   * @param options options for the steps
   * @param given number of configurations that the user gave, now or at the start of the study
   * @param counts whether the user gave it now, so that it changes a sweep that exists; otherwise
   *     only a higher number does
   * @param count number of configurations of a new sweep
   * @param finalEpochs epochs of the final run
   */
  public StudySteps(
      DeclaredOptions declared,
      StudyOptions options,
      OptionalInt given,
      boolean counts,
      int count,
      int finalEpochs) {
    this.declared = declared;
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
    Set<String> fixed = new HashSet<>(declared.ofStudy());
    fixed.removeAll(declared.ofGroups(CONTINUING));
    fixed.remove("--verbose");
    return step(fixed, "train", folder.path().toString());
  }

  /** Return the step that trains the configurations. */
  List<String> sweep() {
    return step(Set.of("--retry-failed"), "sweep", "-n=" + count);
  }

  /**
   * Return the step that completes the sweep, for which {@code asked} configurations are planned.
   */
  List<String> resumedSweep(int asked) {
    List<String> words = new ArrayList<>(List.of("sweep", "--resume"));
    if (resumedCount(asked) != asked) {
      words.add("-n=" + resumedCount(asked));
    }
    return step(declared.ofGroups(PLANNING), words.toArray(String[]::new));
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
    step.addAll(options.accepted(declared.ofCommands().get(words[0]), except));
    return step;
  }
}
