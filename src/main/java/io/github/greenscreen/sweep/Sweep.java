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
 * Carries out a sweep, as many runs at a time as the launcher has seats: whenever one is free, the
 * next configuration is chosen from what all runs so far have found, written down and trained. So
 * it stands on disk for {@link #resume}. Methods that do not learn choose the same sequence however
 * runs end. One thread carries out one sweep, any may {@link #stop} it; a lock keeps a second sweep
 * out of the runs folder.
 */
public final class Sweep {
  private static final Set<RunState> OPEN =
      Set.of(RunState.WAITING, RunState.RUNNING, RunState.INTERRUPTED);

  /**
   * What a search knows.
   *
   * @param study all of it
   * @param names the names of the runs of each trial that has ended, by its number
   */
  public record Known(Study study, Map<Integer, String> names) {
    public Known {
      Objects.requireNonNull(study);
      names = Map.copyOf(names);
    }
  }

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
   * Carry out a new sweep. Configurations of baseline and sweep runs that are in the runs folder
   * already are known and not run again.
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
   * interrupted, or whose process died while nobody watched; before the first of them, what is
   * missing of the profiling. One that is still trained by a process that an earlier sweep left
   * behind is waited for. Runs that completed, failed or were stopped stay as they are, but for
   * those whose crashes ended the sweep: they are tried again.
   *
   * @param plan how to choose what was not given out yet: what is recorded counts in place of its
   *     numbers, settings and known runs; empty where nobody knows, so that only what was given out
   *     is carried out
   * @param settings options of its start that have changed, to be recorded in their place
   * @throws SweepException where the runs folder holds no sweep
   * @throws LockedException where another process carries out a sweep in the runs folder
   * @throws RunFolderException where the runs folder cannot be read or written
   */
  public SweepOutcome resume(Optional<SweepPlan> plan, Map<String, String> settings) {
    SweepRecord sweep =
        store
            .study()
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
              store.study().writeSweep(changed);
              return carryOut(plan.map(how -> profiled(changed, how)).orElse(changed), plan);
            });
  }

  /**
   * Return all that the search of {@code plan} knows of the runs in the runs folder; it must hold a
   * sweep.
   *
   * @throws RunFolderException where the runs folder cannot be read
   */
  public Known known(SweepPlan plan) {
    SweepRecord sweep = store.study().readSweep().orElseThrow();
    Agenda agenda = new Agenda(store, sweep, Optional.of(plan));
    return new Known(agenda.study(), agenda.names());
  }

  /**
   * Ask the sweep to end: at first after the epochs in progress, the second time at once. Returns
   * at once; callable from any thread.
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
      // A sweep that ends while it is profiling must be found again.
      store.study().writeSweep(begun);
    }
    return carryOut(profiled(begun, plan), Optional.of(plan));
  }

  /** Return the names of the runs to learn from that are in the runs folder. */
  private List<String> there() {
    return store.readAll().stream()
        .filter(run -> isKnown(run.status().purpose()))
        .map(RunRecord::name)
        .toList();
  }

  /** Profile what is not profiled yet, unless {@code sweep} has given out something already. */
  private SweepRecord profiled(SweepRecord sweep, SweepPlan plan) {
    if (rules.profileRuns() == 0 || !sweep.configurations().isEmpty()) {
      return sweep;
    }
    profile(plan);
    return sweep.knowing(there());
  }

  /** Tell whether a run with {@code status} has yet to be carried out. */
  static boolean isOpen(RunStatus status) {
    boolean neverStarted = status.started().isEmpty() && status.attempts() == 0;
    boolean again = neverStarted || RetryMark.isIn(status);
    return OPEN.contains(status.state()) || (status.state() == RunState.FAILED && again);
  }

  private SweepOutcome carryOut(SweepRecord sweep, Optional<SweepPlan> plan) {
    // Whatever is broken goes on from a checkpoint, or is set aside and taken up anew.
    new Salvage(store, sweep, listener).clear();
    Agenda agenda = new Agenda(store, sweep, plan);
    listener.sweepPlanned(agenda.expected());
    Judge judge = new Judge(rules.stopper(), agenda.start());
    RunAttempts attempts = attempts(judge);
    Preparation preparation = new Preparation(store, Purpose.SWEEP, sweep.data(), sweep.limit());
    List<Seat> seats = launcher.seats(rules.parallel());
    return new SweepRunner(
            store, listener, rules, stopping, attempts, preparation, agenda, judge, seats)
        .carryOut();
  }

  private void profile(SweepPlan plan) {
    RunAttempts attempts = attempts(new Judge(Optional.empty(), plan.study()));
    Seat seat = launcher.seats(rules.parallel()).get(0);
    new Profiling(store, listener, stopping, attempts, seat).carryOut(plan, rules.profileRuns());
  }

  private RunAttempts attempts(Judge judge) {
    Settlement settlement = Settlement.ofSweep(clock, rules.stallTimeout());
    return new RunAttempts(launcher, stopping, listener, settlement, judge, period, rules);
  }

  private void refuse(SweepRecord sweep) {
    List<RunRecord> runs = store.readAll();
    long ended =
        runs.stream()
            .filter(run -> run.status().purpose() == Purpose.SWEEP && !isOpen(run.status()))
            .count();
    throw new SweepException(
        "%s holds a sweep already, with %s of %s runs ended; finish it with --resume, or name another folder with --runs"
            .formatted(store.path(), ended, sweep.asked() * sweep.repeats()));
  }

  private static boolean isKnown(Purpose purpose) {
    return purpose == Purpose.BASELINE || purpose == Purpose.SWEEP || purpose == Purpose.PROFILE;
  }
}
