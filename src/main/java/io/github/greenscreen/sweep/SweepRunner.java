package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.lock.LockedException;
import io.github.greenscreen.run.model.IdlePowers;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.sweep.attempt.DiskFullDetector;
import io.github.greenscreen.sweep.attempt.FailureCause;
import io.github.greenscreen.sweep.attempt.FailureStreak;
import io.github.greenscreen.sweep.attempt.IdlePowerMeasurement;
import io.github.greenscreen.sweep.attempt.RetryMark;
import io.github.greenscreen.sweep.attempt.RunExecutor;
import io.github.greenscreen.sweep.attempt.RunFolderSetup;
import io.github.greenscreen.sweep.attempt.RunOutcome;
import io.github.greenscreen.sweep.attempt.SlotPool;
import io.github.greenscreen.sweep.attempt.StopController;
import io.github.greenscreen.sweep.attempt.SweepListener;
import io.github.greenscreen.sweep.attempt.SweepOptions;
import io.github.greenscreen.sweep.attempt.SweepOutcome;
import io.github.greenscreen.sweep.attempt.SweepOutcome.EndedRun;
import io.github.greenscreen.sweep.launch.Slot;
import io.github.greenscreen.sweep.stopping.EarlyStopping;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a queue of trials: if a slot is free, the next run gets it. Serves one sweep; confined to
 * one thread.
 */
final class SweepRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SweepRunner.class);

  private final RunStore store;
  private final SweepListener listener;
  private final SweepOptions rules;
  private final StopController stopping;
  private final RunExecutor attempts;
  private final RunFolderSetup preparation;
  private final TrialQueue agenda;
  private final EarlyStopping judge;
  private final List<Slot> slots;
  private final Map<Slot, IdlePowers> idlePowers = new ConcurrentHashMap<>();
  private final Set<String> going = new HashSet<>();
  private final FailureStreak failures;
  private final BestModels models;
  private boolean rested;
  private Optional<String> early = Optional.empty();
  private Optional<String> fault = Optional.empty();
  private Optional<RunFolderException> broken = Optional.empty();

  SweepRunner(
      RunStore store,
      SweepListener listener,
      SweepOptions rules,
      StopController stopping,
      RunExecutor attempts,
      RunFolderSetup preparation,
      TrialQueue agenda,
      EarlyStopping judge,
      List<Slot> slots,
      FailureStreak failures) {
    this.store = store;
    this.listener = listener;
    this.rules = rules;
    this.stopping = stopping;
    this.attempts = attempts;
    this.preparation = preparation;
    this.agenda = agenda;
    this.judge = judge;
    this.slots = slots;
    this.failures = failures;
    this.models = new BestModels(store);
  }

  /** Run until all is done, the end is requested, or no run can continue. */
  SweepOutcome perform() {
    agenda.trials().forEach(judge::learn);
    deleteBeatenModels();
    try (SlotPool<Done> pool = new SlotPool<>(slots)) {
      workOrStop(pool);
    }
    defer();
    broken.ifPresent(
        e -> {
          throw e;
        });
    return outcome();
  }

  /** Mark the runs whose failures ended this sweep, so that a resumed one retries them. */
  private void defer() {
    if (isMachineAtFault()) {
      failures.runs().forEach(run -> store.find(run.name()).ifPresent(RetryMark::leave));
    }
  }

  /** End all runs if this program has a bug. */
  private void workOrStop(SlotPool<Done> pool) {
    try {
      work(pool);
    } catch (IllegalStateException e) {
      stopping.request();
      throw e;
    }
  }

  private void work(SlotPool<Done> pool) {
    boolean more = true;
    do {
      while (more && pool.free().isPresent() && goesOn()) {
        more = begin(pool);
      }
      if (!pool.isIdle()) {
        note(pool.await());
      }
    } while (!pool.isIdle() || (more && goesOn()));
  }

  /** Tell whether another run may begin. */
  private boolean goesOn() {
    return !stopping.isRequested()
        && early.isEmpty()
        && broken.isEmpty()
        && fault.isEmpty()
        && !failures.isComplete()
        && agenda.endings().values().stream().noneMatch(RunOutcome::isInterrupted);
  }

  /** Start the next run, or return false if there is none or it must not start. */
  private boolean begin(SlotPool<Done> pool) {
    try {
      Optional<TrialQueue.Task> next = agenda.next();
      early = next.isPresent() ? refusal() : Optional.empty();
      if (next.isEmpty() || early.isPresent()) {
        return false;
      }
      rest(pool);
      start(next.get(), pool);
      return true;
    } catch (InterruptedException e) {
      return false;
    } catch (RunFolderException e) {
      if (DiskFullDetector.isOne(e.getMessage())) {
        fault = Optional.of(e.getMessage());
      } else {
        broken = Optional.of(e);
      }
      return false;
    }
  }

  private void start(TrialQueue.Task task, SlotPool<Done> pool) {
    agenda.begin(task);
    Slot slot = pool.free().orElseThrow();
    Configuration configuration = task.configuration();
    boolean reopened = task.old().isPresent();
    RunFolder folder =
        task.old().map(this::reopen).orElseGet(() -> create(RunPlan.of(configuration), slot));
    listener.runStarted(folder.name(), task.index() + 1, agenda.expected(), configuration);
    going.add(folder.name());
    judge.expect(folder.name(), agenda.trial(task.index()).number());
    Runnable again = () -> again(folder, slot);
    pool.start(() -> new Done(task.index(), attempts.perform(folder, slot, reopened, again)));
  }

  private void note(Done done) {
    agenda.ended(done.index(), done.ending());
    judge.learn(agenda.trial(done.index()));
    deleteBeatenModels();
    going.remove(done.ending().name());
    failures.add(isBlamed(done) ? done.ending().withoutCause() : done.ending());
    if (done.ending().isDiskFault()) {
      fault = Optional.of("run " + done.ending().name() + ": " + done.ending().reason());
    }
  }

  private void deleteBeatenModels() {
    if (rules.saving() == ModelSaving.BEST && agenda.knowsObjectives()) {
      models.keep(agenda.study(), agenda.names());
    }
  }

  /** Tell whether a run failed because of a value that runs of other configurations may lack. */
  private boolean isBlamed(Done done) {
    Configuration configuration = agenda.trial(done.index()).configuration();
    Optional<FailureCause> cause = done.ending().cause();
    return cause.isPresent()
        && agenda.start().space().dimensions().stream()
            .map(Parameter::name)
            .anyMatch(name -> cause.get().names(name, configuration.find(name).orElse("")));
  }

  /** Measure the idle power if no run is in progress; a failed measurement keeps earlier values. */
  private void rest(SlotPool<Done> pool) throws InterruptedException {
    if (!pool.isIdle()) {
      return;
    }
    listener.idling();
    IdlePowerMeasurement idle = rules.idle();
    stopping
        .during(() -> rested ? idle.betweenRuns(slots) : idle.beforeFirst(slots))
        .forEach(
            (slot, powers) ->
                idlePowers.merge(slot, powers, (earlier, latest) -> latest.after(earlier)));
    rested = true;
  }

  private RunFolder create(RunPlan plan, Slot slot) {
    return preparation.create(plan, idle(slot), limits(slot));
  }

  private RunFolder reopen(RunRecord old) {
    return store.find(old.name()).orElseThrow();
  }

  /** Prepare another attempt. If another process trains the run, it is waited for later. */
  private void again(RunFolder folder, Slot slot) {
    try {
      preparation.again(folder, idle(slot), limits(slot));
    } catch (LockedException e) {
      LOG.debug("run {} is being trained by another process", folder.name(), e);
    }
  }

  private Optional<IdlePowers> idle(Slot slot) {
    return Optional.ofNullable(idlePowers.get(slot));
  }

  private RunLimits limits(Slot slot) {
    return rules.limits().sharing(slot.sharingReason(slots, rules.metersMachine()));
  }

  private Optional<String> refusal() {
    return rules.budgetWh().isPresent()
        ? new EnergyBudget(rules.budgetWh().getAsDouble()).refusal(readable(), going)
        : Optional.empty();
  }

  /** Return the readable runs; the processes that train the others report their errors. */
  private List<RunRecord> readable() {
    return store.readAll((folder, e) -> LOG.debug("run {} is skipped", folder.name(), e));
  }

  private SweepOutcome outcome() {
    Collection<RunOutcome> endings = agenda.endings().values();
    boolean unfinished = endings.size() < agenda.expected() && agenda.reached().isEmpty();
    boolean told = endings.stream().anyMatch(end -> end.isInterrupted() && !end.isDiskFault());
    return new SweepOutcome(
        agenda.asked(),
        agenda.expected(),
        endings.stream().filter(RunOutcome::isCompleted).map(RunOutcome::name).toList(),
        told(RunOutcome::isStopped),
        told(RunOutcome::isFailed),
        told || (stopping.isRequested() && unfinished),
        early,
        fault,
        isMachineAtFault() ? Optional.of(failures.describe()) : Optional.empty(),
        agenda.reached());
  }

  /** Tell whether too many runs in a row failed in the same way, or all runs of the sweep did. */
  private boolean isMachineAtFault() {
    return failures.isComplete()
        || (!stopping.isRequested() && failures.isWholeSweep(agenda.endings().size()));
  }

  private List<EndedRun> told(Predicate<RunOutcome> which) {
    return agenda.endings().values().stream().filter(which).map(RunOutcome::told).toList();
  }

  /**
   * A run that has ended.
   *
   * @param index its position in the sweep, from 0
   * @param ending its outcome
   */
  private record Done(int index, RunOutcome ending) {}
}
