package io.github.greenscreen.sweep;

import io.github.greenscreen.run.Purpose;
import io.github.greenscreen.run.RunFolderException;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.SweepRecord;
import io.github.greenscreen.search.Study;
import io.github.greenscreen.space.Configuration;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Plans the runs of a sweep, writes the plan down, and carries it out one run after the other. The
 * plan depends on space, method, seed and the runs made before it, never on how a run ends. Where
 * the calling thread is interrupted, the run in progress is ended and the sweep returns; the plan
 * stays on disk for {@link #resume}. Not thread-safe; one sweep per runs folder at a time.
 */
public final class Sweep {
  private static final Set<RunState> OPEN =
      Set.of(RunState.WAITING, RunState.RUNNING, RunState.INTERRUPTED);

  private final RunStore store;
  private final SweepListener listener;
  private final SweepRunner runner;

  /**
   * Keep runs in {@code store}, start them by {@code launcher}, tell {@code listener} and follow
   * {@code rules}.
   */
  public Sweep(RunStore store, Launcher launcher, SweepListener listener, EnergyRules rules) {
    this(store, launcher, listener, rules, Clock.systemUTC(), Duration.ofSeconds(1));
  }

  Sweep(
      RunStore store,
      Launcher launcher,
      SweepListener listener,
      EnergyRules rules,
      Clock clock,
      Duration period) {
    this.store = Objects.requireNonNull(store);
    this.listener = Objects.requireNonNull(listener);
    this.runner = new SweepRunner(store, launcher, listener, rules, clock, period);
  }

  /**
   * Plan and carry out a new sweep. Configurations of baseline and sweep runs that are in the runs
   * folder already are not run again.
   *
   * @throws SweepException where the runs folder holds a sweep already
   * @throws RunFolderException where the runs folder cannot be read or written
   */
  public SweepOutcome run(SweepPlan plan) {
    store.readSweep().ifPresent(this::refuse);
    List<Configuration> taken =
        store.readAll().stream()
            .filter(run -> isRanked(run.status().purpose()))
            .map(run -> run.plan().whole())
            .toList();
    List<Configuration> chosen =
        plan.method()
            .sampler()
            .sequence(Study.ahead(plan.space(), taken, plan.seed()), plan.runs());
    SweepRecord sweep =
        new SweepRecord(
            plan.method().spelling(), plan.seed(), plan.runs(), plan.data(), plan.limit(), chosen);
    if (!chosen.isEmpty()) {
      store.writeSweep(sweep);
    }
    return carryOut(sweep);
  }

  /**
   * Carry out what is missing of the sweep in the runs folder: runs that were never started, were
   * interrupted, or whose process died while nobody watched. Runs that completed, failed or were
   * stopped stay as they are.
   *
   * @throws SweepException where the runs folder holds no sweep
   * @throws RunFolderException where the runs folder cannot be read or written
   */
  public SweepOutcome resume() {
    return carryOut(
        store
            .readSweep()
            .orElseThrow(
                () ->
                    new SweepException(
                        store.path()
                            + " holds no sweep to resume; leave out --resume to start one")));
  }

  /** Tell whether a run with {@code status} has yet to be carried out. */
  static boolean isOpen(RunStatus status) {
    boolean neverStarted = status.started().isEmpty() && status.attempts() == 0;
    return OPEN.contains(status.state()) || (status.state() == RunState.FAILED && neverStarted);
  }

  private SweepOutcome carryOut(SweepRecord sweep) {
    listener.sweepPlanned(sweep.configurations().size());
    return runner.carryOut(sweep);
  }

  private void refuse(SweepRecord sweep) {
    List<RunRecord> runs = store.readAll();
    long ended =
        runs.stream()
            .filter(run -> run.status().purpose() == Purpose.SWEEP && !isOpen(run.status()))
            .count();
    throw new SweepException(
        "%s holds a sweep already, with %s of %s runs ended; finish it with --resume, or name another folder with --runs"
            .formatted(store.path(), ended, sweep.configurations().size()));
  }

  private static boolean isRanked(Purpose purpose) {
    return purpose == Purpose.BASELINE || purpose == Purpose.SWEEP;
  }
}
