package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.lock.LockOwner;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The progress of the study in a runs folder, from its files: the work left for {@link
 * Sweep#resume}, the baseline and the final run.
 *
 * @param sweep the record of the sweep; empty if there is none, as in folders of the study
 * @param begun runs of that sweep that have a folder, in the order in which they were given out;
 *     without a sweep, all runs of this purpose
 * @param unbegun configurations that were given out and have no folder yet
 * @param unchosen number of planned runs without a configuration so far; 0 if there will be no more
 *     because a target is reached or the search space is exhausted
 * @param baseline the newest run of this purpose that completed, else the newest of all
 * @param finalRun the newest run of this purpose
 * @param alive names of runs that a process trains now, or may train
 * @param atWork the process that runs a sweep in the folder now
 */
public record StudyProgress(
    Optional<SweepRecord> sweep,
    List<RunRecord> begun,
    List<Configuration> unbegun,
    int unchosen,
    Optional<RunRecord> baseline,
    Optional<RunRecord> finalRun,
    Set<String> alive,
    Optional<LockOwner> atWork) {
  public StudyProgress {
    Objects.requireNonNull(sweep);
    begun = List.copyOf(begun);
    unbegun = List.copyOf(unbegun);
    Objects.requireNonNull(baseline);
    Objects.requireNonNull(finalRun);
    alive = Set.copyOf(alive);
    Objects.requireNonNull(atWork);
  }

  /**
   * Determine the progress in {@code store}, whose runs were read as {@code records}.
   *
   * @param plan how the sweep continues to choose, empty if unknown
   * @throws io.github.greenscreen.run.model.RunFolderException if a file cannot be read
   */
  public static StudyProgress of(
      RunStore store, List<RunRecord> records, Optional<SweepPlan> plan) {
    Optional<SweepRecord> sweep = store.study().readSweep();
    Map<RunPlan, RunRecord> found = new HashMap<>();
    records.stream()
        .filter(run -> run.status().purpose() == RunPurpose.SWEEP)
        .forEach(run -> found.put(run.plan(), run));
    List<RunRecord> begun = new ArrayList<>();
    List<Configuration> unbegun = new ArrayList<>();
    for (Configuration each : sweep.map(SweepRecord::configurations).orElse(List.of())) {
      RunRecord run = found.get(RunPlan.of(each));
      if (run == null) {
        unbegun.add(each);
      } else {
        begun.add(run);
      }
    }
    if (sweep.isEmpty()) {
      records.stream()
          .filter(run -> run.status().purpose() == RunPurpose.SWEEP)
          .forEach(begun::add);
    }
    boolean open = !unbegun.isEmpty() || begun.stream().anyMatch(StudyProgress::isOpen);
    return new StudyProgress(
        sweep,
        begun,
        unbegun,
        sweep.map(asked -> unchosen(store, asked, plan, open)).orElse(0),
        completed(records).or(() -> newest(records, RunPurpose.BASELINE)),
        newest(records, RunPurpose.FINAL),
        alive(store, records),
        store.holder());
  }

  /**
   * Tell whether {@code run} has not ended yet, or must be retried. Resuming a sweep trains a run
   * again whose log lacks rows; it leaves folders of the study alone, which were never started
   * here.
   */
  public static boolean isOpen(RunRecord run) {
    boolean lacks = run.status().state() == RunState.INCOMPLETE && run.status().attempts() > 0;
    return lacks || Sweep.isOpen(run.status());
  }

  /** Return the total number of runs of the sweep. */
  public int planned() {
    return begun.size() + unbegun.size() + unchosen;
  }

  /** Tell whether there is a sweep, and all of its work is done. */
  public boolean isComplete() {
    return sweep.isPresent()
        && unbegun.isEmpty()
        && unchosen == 0
        && begun.stream().noneMatch(StudyProgress::isOpen);
  }

  /** While configurations are open, skip the search, which may take long. */
  private static int unchosen(
      RunStore store, SweepRecord sweep, Optional<SweepPlan> plan, boolean open) {
    int left = sweep.asked() * sweep.repeats() - sweep.configurations().size();
    if (left <= 0) {
      return 0;
    }
    boolean more = open || plan.isEmpty() || new TrialQueue(store, sweep, plan).next().isPresent();
    return more ? left : 0;
  }

  private static Optional<RunRecord> newest(List<RunRecord> records, RunPurpose purpose) {
    return records.stream()
        .filter(run -> run.status().purpose() == purpose)
        .reduce((first, second) -> second);
  }

  private static Optional<RunRecord> completed(List<RunRecord> records) {
    List<RunRecord> completed =
        records.stream().filter(run -> run.status().state() == RunState.COMPLETED).toList();
    return newest(completed, RunPurpose.BASELINE);
  }

  private static Set<String> alive(RunStore store, List<RunRecord> records) {
    Set<String> alive = new HashSet<>();
    for (RunRecord run : records) {
      if (run.status().state() == RunState.RUNNING
          && store.find(run.name()).flatMap(folder -> folder.holder()).isPresent()) {
        alive.add(run.name());
      }
    }
    return alive;
  }
}
