package io.github.greenscreen.sweep;

import io.github.greenscreen.run.LockedException;
import io.github.greenscreen.run.Purpose;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunFolderException;
import io.github.greenscreen.run.RunLimits;
import io.github.greenscreen.run.RunPlan;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.SweepRecord;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.sweep.SweepOutcome.EndedRun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the plan of a sweep, leaving out what was carried out before: whenever a seat is
 * free, the next configuration of the plan gets it. Serves one sweep; used by one thread.
 */
final class SweepRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SweepRunner.class);

  private final RunStore store;
  private final SweepListener listener;
  private final SweepRules rules;
  private final Stopping stopping;
  private final RunAttempts attempts;
  private final SweepRecord sweep;
  private final Preparation preparation;
  private final List<Seat> seats;
  private final Map<Seat, Double> idlePowerW = new ConcurrentHashMap<>();
  private final Map<RunPlan, RunRecord> earlier = new HashMap<>();
  private final Map<Integer, Ending> endings = new TreeMap<>();
  private final Set<String> going = new HashSet<>();
  private boolean rested;
  private Optional<String> early = Optional.empty();
  private Optional<String> fault = Optional.empty();
  private Optional<RunFolderException> broken = Optional.empty();

  SweepRunner(
      RunStore store,
      SweepListener listener,
      SweepRules rules,
      Stopping stopping,
      RunAttempts attempts,
      SweepRecord sweep,
      List<Seat> seats) {
    this.store = store;
    this.listener = listener;
    this.rules = rules;
    this.stopping = stopping;
    this.attempts = attempts;
    this.sweep = sweep;
    this.seats = seats;
    this.preparation = new Preparation(store, sweep);
  }

  /** Carry out the plan until it is done, somebody asks for the end, or no run can go on. */
  SweepOutcome carryOut() {
    new Salvage(store, sweep, listener)
        .readAll().stream()
            .filter(run -> run.status().purpose() == Purpose.SWEEP)
            .forEach(run -> earlier.put(run.plan(), run));
    try (Crew<Done> crew = new Crew<>(seats)) {
      workOrStop(crew);
    }
    broken.ifPresent(
        e -> {
          throw e;
        });
    return outcome();
  }

  /** Leave no run behind where this program is broken. */
  private void workOrStop(Crew<Done> crew) {
    try {
      work(crew);
    } catch (IllegalStateException e) {
      stopping.request();
      throw e;
    }
  }

  private void work(Crew<Done> crew) {
    int total = sweep.configurations().size();
    int next = 0;
    do {
      while (next < total && crew.free().isPresent() && goesOn() && begin(next, crew)) {
        next++;
      }
      if (!crew.isIdle()) {
        note(crew.await());
      }
    } while (!crew.isIdle() || (next < total && goesOn()));
  }

  /** Tell whether another run may begin. */
  private boolean goesOn() {
    return !stopping.isRequested()
        && early.isEmpty()
        && broken.isEmpty()
        && fault.isEmpty()
        && endings.values().stream().noneMatch(Ending::isInterrupted);
  }

  /** Let run {@code index} of the plan begin, or return false where it must not. */
  private boolean begin(int index, Crew<Done> crew) {
    Configuration configuration = sweep.configurations().get(index);
    RunPlan plan = RunPlan.of(configuration);
    Optional<RunRecord> old = Optional.ofNullable(earlier.get(plan));
    if (old.isPresent() && !Sweep.isOpen(old.get().status())) {
      endings.put(index, new Ending(old.get().name(), old.get().status()));
      return true;
    }
    try {
      early = refusal();
      if (early.isPresent()) {
        return false;
      }
      rest(crew);
      Seat seat = crew.free().orElseThrow();
      RunFolder folder = old.map(this::reopen).orElseGet(() -> create(plan, seat));
      listener.runStarted(folder.name(), index + 1, sweep.configurations().size(), configuration);
      going.add(folder.name());
      Runnable again = () -> again(folder, seat);
      crew.start(() -> new Done(index, attempts.carryOut(folder, seat, old.isPresent(), again)));
      return true;
    } catch (InterruptedException e) {
      return false;
    } catch (RunFolderException e) {
      if (DiskFault.isOne(e.getMessage())) {
        fault = Optional.of(e.getMessage());
      } else {
        broken = Optional.of(e);
      }
      return false;
    }
  }

  private void note(Done done) {
    endings.put(done.index(), done.ending());
    going.remove(done.ending().name());
    if (done.ending().isDiskFault()) {
      fault = Optional.of("run " + done.ending().name() + ": " + done.ending().why());
    }
  }

  /** Learn what the idle machine takes; what was known stays where the meter fails now. */
  private void rest(Crew<Done> crew) throws InterruptedException {
    if (!crew.isIdle()) {
      return;
    }
    listener.idling();
    IdlePower idle = rules.idle();
    idlePowerW.putAll(
        stopping.during(() -> rested ? idle.betweenRuns(seats) : idle.beforeFirst(seats)));
    rested = true;
  }

  private RunFolder create(RunPlan plan, Seat seat) {
    return preparation.create(plan, idlePowerW(seat), limits(seat));
  }

  private RunFolder reopen(RunRecord old) {
    return store.find(old.name()).orElseThrow();
  }

  /** Whoever trains the run meanwhile is waited for later. */
  private void again(RunFolder folder, Seat seat) {
    try {
      preparation.again(folder, idlePowerW(seat), limits(seat));
    } catch (LockedException e) {
      LOG.debug("run {} is trained by another process", folder.name(), e);
    }
  }

  private OptionalDouble idlePowerW(Seat seat) {
    return idlePowerW.containsKey(seat)
        ? OptionalDouble.of(idlePowerW.get(seat))
        : OptionalDouble.empty();
  }

  private RunLimits limits(Seat seat) {
    return rules.limits().sharing(seat.company(seats, rules.metersMachine()));
  }

  private Optional<String> refusal() {
    return rules.budgetWh().isPresent()
        ? new EnergyBudget(rules.budgetWh().getAsDouble()).refusal(readable(), going)
        : Optional.empty();
  }

  /** Folders that break or vanish meanwhile are the business of whoever trains in them. */
  private List<RunRecord> readable() {
    return store.readAll((folder, e) -> LOG.debug("run {} is left out", folder.name(), e));
  }

  private SweepOutcome outcome() {
    boolean unfinished = endings.size() < sweep.configurations().size();
    boolean told =
        endings.values().stream().anyMatch(end -> end.isInterrupted() && !end.isDiskFault());
    return new SweepOutcome(
        sweep.asked(),
        sweep.configurations().size(),
        endings.values().stream().filter(Ending::isCompleted).map(Ending::name).toList(),
        told(Ending::isStopped),
        told(Ending::isFailed),
        told || (stopping.isRequested() && unfinished),
        early,
        fault);
  }

  private List<EndedRun> told(Predicate<Ending> which) {
    return endings.values().stream().filter(which).map(Ending::told).toList();
  }

  /**
   * A run that has ended.
   *
   * @param index its place in the plan, from 0
   * @param ending how
   */
  private record Done(int index, Ending ending) {}
}
