package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.sampler.RandomSampler;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.sweep.attempt.FailureStreak;
import io.github.greenscreen.sweep.attempt.RunExecutor;
import io.github.greenscreen.sweep.attempt.RunFolderSetup;
import io.github.greenscreen.sweep.attempt.RunOutcome;
import io.github.greenscreen.sweep.attempt.StopController;
import io.github.greenscreen.sweep.attempt.SweepListener;
import io.github.greenscreen.sweep.launch.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains some configurations for a few seconds each before a sweep begins, one at a time, so that
 * the sampler has estimates of power and memory. These runs have a purpose of their own: they are
 * not ranked, and their configurations may still be tried.
 */
final class ProfilingPhase {
  /** Seconds of training in a profiling run. */
  static final double SECONDS = 10;

  private final RunStore store;
  private final SweepListener listener;
  private final StopController stopping;
  private final RunExecutor attempts;
  private final Slot slot;
  private final FailureStreak failures;

  ProfilingPhase(
      RunStore store,
      SweepListener listener,
      StopController stopping,
      RunExecutor attempts,
      Slot slot,
      FailureStreak failures) {
    this.store = store;
    this.listener = listener;
    this.stopping = stopping;
    this.attempts = attempts;
    this.slot = slot;
    this.failures = failures;
  }

  /**
   * Run those of the first {@code count} profiling runs of {@code plan} that have not ended yet,
   * until too many fail in the same way.
   */
  void perform(SweepPlan plan, int count) {
    Map<RunPlan, RunRecord> there = new HashMap<>();
    store.readAll().stream()
        .filter(run -> run.status().purpose() == RunPurpose.PROFILE)
        .forEach(run -> there.put(run.plan(), run));
    StudySnapshot study =
        StudySnapshot.ahead(plan.study().space(), List.of(), ~plan.study().seed());
    List<Configuration> chosen = new RandomSampler().sequence(study, count);
    listener.sweepPlanned(chosen.size());
    RunFolderSetup preparation =
        new RunFolderSetup(store, RunPurpose.PROFILE, plan.data(), plan.limit(), ModelSaving.NONE);
    RunLimits limits = RunLimits.NONE.profiling(SECONDS);
    for (int i = 0; i < chosen.size() && !stopping.isRequested(); i++) {
      RunPlan run = RunPlan.of(chosen.get(i));
      Optional<RunRecord> old = Optional.ofNullable(there.get(run));
      if (old.isEmpty() || Sweep.isOpen(old.get().status())) {
        RunFolder folder =
            old.flatMap(record -> store.find(record.name()))
                .orElseGet(() -> preparation.create(run, Optional.empty(), limits));
        listener.runStarted(folder.name(), i + 1, chosen.size(), chosen.get(i));
        Runnable again = () -> preparation.again(folder, Optional.empty(), limits);
        if (!train(folder, old.isPresent(), again)) {
          return;
        }
      }
    }
  }

  /** Train one run, and return whether another may follow. */
  private boolean train(RunFolder folder, boolean reopened, Runnable again) {
    try {
      RunOutcome ending = attempts.perform(folder, slot, reopened, again);
      failures.add(ending);
      return !ending.isInterrupted() && !failures.isComplete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
