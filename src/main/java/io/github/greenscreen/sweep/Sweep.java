package io.github.greenscreen.sweep;

import io.github.greenscreen.power.MonotonicClock;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.lock.LockedException;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.sweep.attempt.FailureStreak;
import io.github.greenscreen.sweep.attempt.OutcomeRecorder;
import io.github.greenscreen.sweep.attempt.RetryMark;
import io.github.greenscreen.sweep.attempt.RunExecutor;
import io.github.greenscreen.sweep.attempt.RunFolderSetup;
import io.github.greenscreen.sweep.attempt.StopController;
import io.github.greenscreen.sweep.attempt.SweepListener;
import io.github.greenscreen.sweep.attempt.SweepOptions;
import io.github.greenscreen.sweep.attempt.SweepOutcome;
import io.github.greenscreen.sweep.launch.Launcher;
import io.github.greenscreen.sweep.launch.Slot;
import io.github.greenscreen.sweep.launch.SweepException;
import io.github.greenscreen.sweep.stopping.EarlyStopping;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a sweep, with as many parallel runs as the launcher has slots. If a slot is free, the next
 * configuration is chosen from the results of all runs so far, recorded for {@link #resume}, and
 * trained. Samplers that do not learn choose the same sequence however runs end. One thread runs a
 * sweep, any thread may {@link #stop} it; a lock keeps a second sweep out of the runs folder.
 */
public final class Sweep {
  private static final Set<RunState> OPEN =
      Set.of(RunState.WAITING, RunState.RUNNING, RunState.INTERRUPTED);

  /**
   * The state of a search.
   *
   * @param study a snapshot of the study
   * @param names the names of the runs of each finished trial, by its number
   */
  public record Known(StudySnapshot study, Map<Integer, String> names) {
    public Known {
      Objects.requireNonNull(study);
      names = Map.copyOf(names);
    }
  }

  private final RunStore store;
  private final Launcher launcher;
  private final SweepListener listener;
  private final SweepOptions rules;
  private final Clock clock;
  private final Duration period;
  private final StopController stopping = new StopController();
  private final AtomicInteger requests = new AtomicInteger();
  private final FailureStreak failures;

  /**
   * Keep runs in {@code store}, start them with {@code launcher}, report to {@code listener} and
   * apply {@code rules}.
   */
  public Sweep(RunStore store, Launcher launcher, SweepListener listener, SweepOptions rules) {
    this(
        store, launcher, listener, rules, MonotonicClock.in(ZoneOffset.UTC), Duration.ofSeconds(1));
  }

  Sweep(
      RunStore store,
      Launcher launcher,
      SweepListener listener,
      SweepOptions rules,
      Clock clock,
      Duration period) {
    this.store = Objects.requireNonNull(store);
    this.launcher = Objects.requireNonNull(launcher);
    this.listener = Objects.requireNonNull(listener);
    this.rules = Objects.requireNonNull(rules);
    this.clock = Objects.requireNonNull(clock);
    this.period = Objects.requireNonNull(period);
    this.failures = new FailureStreak(rules.maxFailures());
  }

  /**
   * Run a new sweep. Configurations of baseline and sweep runs that already exist in the runs
   * folder are known and not run again.
   *
   * @throws SweepException if the runs folder already holds a sweep
   * @throws LockedException if another process runs a sweep in the runs folder
   * @throws RunFolderException if the runs folder cannot be read or written
   */
  public SweepOutcome run(SweepPlan plan) {
    return store.lock().during(() -> runAlone(plan));
  }

  /**
   * Complete the sweep in the runs folder. It first completes the profiling, then runs that were
   * never started, were interrupted, or whose process died. If a process of an earlier sweep still
   * trains a run, it waits for that process. Runs that completed, failed or were stopped are kept,
   * except failed ones that are to be retried: those whose failures ended the sweep, or all if the
   * changes say so.
   *
   * @param plan how to choose the remaining configurations; its numbers, settings and known runs
   *     are replaced by the recorded ones; empty if unknown, to run only those given out
   * @param changes what has changed since the start, to record in place of the old
   * @throws SweepException if the runs folder holds no sweep
   * @throws LockedException if another process runs a sweep in the runs folder
   * @throws RunFolderException if the runs folder cannot be read or written
   */
  public SweepOutcome resume(Optional<SweepPlan> plan, SweepChanges changes) {
    SweepRecord sweep =
        store
            .study()
            .readSweep()
            .orElseThrow(
                () ->
                    new SweepException(
                        store.path() + " holds no sweep to resume; remove --resume to start one"));
    SweepRecord changed = changes.in(sweep);
    return store
        .lock()
        .during(
            () -> {
              store.study().writeSweep(changed);
              if (changes.retryFailed()) {
                retryFailed();
              }
              return perform(plan.map(how -> profiled(changed, how)).orElse(changed), plan);
            });
  }

  /** Mark all failed runs of the sweep, so that they are open again even if it is interrupted. */
  private void retryFailed() {
    store.readAll((folder, e) -> {}).stream()
        .filter(run -> run.status().purpose() == RunPurpose.SWEEP)
        .filter(run -> run.status().state() == RunState.FAILED)
        .forEach(run -> store.find(run.name()).ifPresent(RetryMark::leave));
  }

  /**
   * Return the state of the search of {@code plan} in the runs folder, which must hold a sweep.
   *
   * @throws RunFolderException if the runs folder cannot be read
   */
  public Known known(SweepPlan plan) {
    SweepRecord sweep = store.study().readSweep().orElseThrow();
    TrialQueue agenda = new TrialQueue(store, sweep, Optional.of(plan));
    return new Known(agenda.study(), agenda.names());
  }

  /**
   * Request the end of the sweep: after the current epochs, at the second call immediately. Returns
   * without waiting; callable from any thread.
   */
  public void stop() {
    listener.stopping(stopping.request(), requests.incrementAndGet());
  }

  private SweepOutcome runAlone(SweepPlan plan) {
    store.study().readSweep().ifPresent(this::refuse);
    if (!plan.origin().isEmpty()) {
      store.study().writeSweepConfig(plan.origin());
    }
    SweepRecord begun = plan.begin(there());
    if (rules.profileRuns() > 0) {
      // A sweep that ends during profiling must be resumable.
      store.study().writeSweep(begun);
    }
    return perform(profiled(begun, plan), Optional.of(plan));
  }

  /** Return the names of the runs in the runs folder from which the search learns. */
  private List<String> there() {
    return store.readAll().stream()
        .filter(run -> isKnown(run.status().purpose()))
        .map(RunRecord::name)
        .toList();
  }

  /** Complete the profiling, unless {@code sweep} has already given out a configuration. */
  private SweepRecord profiled(SweepRecord sweep, SweepPlan plan) {
    if (rules.profileRuns() == 0 || !sweep.configurations().isEmpty()) {
      return sweep;
    }
    profile(plan);
    return sweep.withFacts(there());
  }

  /** Tell whether a run with {@code status} has not ended yet, or must be retried. */
  static boolean isOpen(RunStatus status) {
    boolean neverStarted = status.started().isEmpty() && status.attempts() == 0;
    boolean again = neverStarted || status.retryOnResume();
    return OPEN.contains(status.state()) || (status.state() == RunState.FAILED && again);
  }

  private SweepOutcome perform(SweepRecord sweep, Optional<SweepPlan> plan) {
    // Broken runs are resumed from a checkpoint, or set aside and trained again.
    new BrokenRunRecovery(store, sweep, listener).clear();
    TrialQueue agenda = new TrialQueue(store, sweep, plan);
    listener.sweepPlanned(agenda.expected());
    EarlyStopping judge = new EarlyStopping(rules.stopper(), agenda.start(), folder(sweep.data()));
    RunExecutor attempts = attempts(judge);
    RunFolderSetup preparation =
        new RunFolderSetup(store, RunPurpose.SWEEP, sweep.data(), sweep.limit());
    List<Slot> slots = launcher.slots(rules.parallel());
    return new SweepRunner(
            store, listener, rules, stopping, attempts, preparation, agenda, judge, slots, failures)
        .perform();
  }

  private static Optional<Path> folder(String data) {
    return Optional.of(data).filter(text -> !text.isEmpty()).map(Path::of);
  }

  private void profile(SweepPlan plan) {
    RunExecutor attempts = attempts(new EarlyStopping(Optional.empty(), plan.study()));
    Slot slot = launcher.slots(rules.parallel()).get(0);
    new ProfilingPhase(store, listener, stopping, attempts, slot, failures)
        .perform(plan, rules.profileRuns());
  }

  private RunExecutor attempts(EarlyStopping judge) {
    OutcomeRecorder settlement = OutcomeRecorder.ofSweep(clock, rules.stallTimeout());
    return new RunExecutor(launcher, stopping, listener, settlement, judge, period, rules);
  }

  private void refuse(SweepRecord sweep) {
    List<RunRecord> runs = store.readAll();
    long ended =
        runs.stream()
            .filter(run -> run.status().purpose() == RunPurpose.SWEEP && !isOpen(run.status()))
            .count();
    throw new SweepException(
        ("%s already holds a sweep, with %s of %s runs ended; finish it with --resume, extend it "
                + "with --resume -n N, or choose another folder with --runs")
            .formatted(store.path(), ended, sweep.asked() * sweep.repeats()));
  }

  private static boolean isKnown(RunPurpose purpose) {
    return purpose == RunPurpose.BASELINE
        || purpose == RunPurpose.SWEEP
        || purpose == RunPurpose.PROFILE;
  }
}
