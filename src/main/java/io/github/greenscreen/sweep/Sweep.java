package io.github.greenscreen.sweep;

import io.github.greenscreen.power.SteadyClock;
import io.github.greenscreen.run.LockedException;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plans the runs of a sweep, writes the plan down, and carries it out, as many runs at a time as
 * the launcher has seats. The plan depends on space, method, seed and the runs made before it,
 * never on how a run ends. It stays on disk for {@link #resume}. One thread carries out one sweep,
 * any may {@link #stop} it; a lock keeps a second sweep out of the runs folder.
 */
public final class Sweep {
  private static final Set<RunState> OPEN =
      Set.of(RunState.WAITING, RunState.RUNNING, RunState.INTERRUPTED);

  private final RunStore store;
  private final Launcher launcher;
  private final SweepListener listener;
  private final SweepRules rules;
  private final Clock clock;
  private final Duration period;
  private final Stopping stopping = new Stopping();
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * Keep runs in {@code store}, start them by {@code launcher}, tell {@code listener} and follow
   * {@code rules}.
   */
  public Sweep(RunStore store, Launcher launcher, SweepListener listener, SweepRules rules) {
    this(store, launcher, listener, rules, SteadyClock.in(ZoneOffset.UTC), Duration.ofSeconds(1));
  }

  Sweep(
      RunStore store,
      Launcher launcher,
      SweepListener listener,
      SweepRules rules,
      Clock clock,
      Duration period) {
    this.store = Objects.requireNonNull(store);
    this.launcher = Objects.requireNonNull(launcher);
    this.listener = Objects.requireNonNull(listener);
    this.rules = Objects.requireNonNull(rules);
    this.clock = Objects.requireNonNull(clock);
    this.period = Objects.requireNonNull(period);
  }

  /**
   * Plan and carry out a new sweep. Configurations of baseline and sweep runs that are in the runs
   * folder already are not run again.
   *
   * @throws SweepException where the runs folder holds a sweep already
   * @throws LockedException where another process carries out a sweep in the runs folder
   * @throws RunFolderException where the runs folder cannot be read or written
   */
  public SweepOutcome run(SweepPlan plan) {
    return store.lock().during(() -> runAlone(plan));
  }

  /**
   * Carry out what is missing of the sweep in the runs folder: runs that were never started, were
   * interrupted, or whose process died while nobody watched. One that is still trained by a process
   * that an earlier sweep left behind is waited for. Runs that completed, failed or were stopped
   * stay as they are.
   *
   * @param settings options of its start that have changed, to be recorded in their place
   * @throws SweepException where the runs folder holds no sweep
   * @throws LockedException where another process carries out a sweep in the runs folder
   * @throws RunFolderException where the runs folder cannot be read or written
   */
  public SweepOutcome resume(Map<String, String> settings) {
    SweepRecord sweep =
        store
            .readSweep()
            .orElseThrow(
                () ->
                    new SweepException(
                        store.path()
                            + " holds no sweep to resume; leave out --resume to start one"));
    SweepRecord changed = sweep.with(settings);
    return store
        .lock()
        .during(
            () -> {
              store.writeSweep(changed);
              return carryOut(changed);
            });
  }

  /**
   * Ask the sweep to end: at first after the epochs in progress, the second time at once. Returns
   * at once; callable from any thread.
   */
  public void stop() {
    listener.stopping(stopping.request(), requests.incrementAndGet());
  }

  private SweepOutcome runAlone(SweepPlan plan) {
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
            plan.method().spelling(),
            plan.seed(),
            plan.runs(),
            plan.data(),
            plan.limit(),
            plan.settings(),
            chosen);
    if (!chosen.isEmpty()) {
      store.writeSweep(sweep);
    }
    return carryOut(sweep);
  }

  /** Tell whether a run with {@code status} has yet to be carried out. */
  static boolean isOpen(RunStatus status) {
    boolean neverStarted = status.started().isEmpty() && status.attempts() == 0;
    return OPEN.contains(status.state()) || (status.state() == RunState.FAILED && neverStarted);
  }

  private SweepOutcome carryOut(SweepRecord sweep) {
    listener.sweepPlanned(sweep.configurations().size());
    Settlement settlement = new Settlement(clock, rules.stallTimeout());
    RunAttempts attempts = new RunAttempts(launcher, stopping, listener, settlement, period, rules);
    List<Seat> seats = launcher.seats(rules.parallel());
    return new SweepRunner(store, listener, rules, stopping, attempts, sweep, seats).carryOut();
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
