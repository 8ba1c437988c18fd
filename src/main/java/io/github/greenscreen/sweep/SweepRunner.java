package io.github.greenscreen.sweep;

import io.github.greenscreen.run.Purpose;
import io.github.greenscreen.run.RunEnergy;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunFolderException;
import io.github.greenscreen.run.RunPlan;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.SweepRecord;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.sweep.SweepOutcome.EndedRun;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Carries out the plan of a sweep, leaving out what was carried out before. */
final class SweepRunner {
  private final RunStore store;
  private final Launcher launcher;
  private final SweepListener listener;
  private final EnergyRules rules;
  private final Clock clock;
  private final Duration period;
  private OptionalDouble idlePowerW = OptionalDouble.empty();
  private boolean rested;
  private Optional<String> early = Optional.empty();

  SweepRunner(
      RunStore store,
      Launcher launcher,
      SweepListener listener,
      EnergyRules rules,
      Clock clock,
      Duration period) {
    this.rules = rules;
    this.store = store;
    this.launcher = launcher;
    this.listener = listener;
    this.clock = clock;
    this.period = period;
  }

  /** Carry out {@code sweep} until it is done or the thread is interrupted. */
  SweepOutcome carryOut(SweepRecord sweep) {
    Map<RunPlan, RunRecord> earlier = earlierRuns();
    List<Ending> endings = new ArrayList<>();
    int total = sweep.configurations().size();
    boolean interrupted = false;
    for (int i = 0; i < total && !interrupted && early.isEmpty(); i++) {
      Optional<Ending> ending = step(sweep, i, earlier);
      ending.ifPresent(endings::add);
      interrupted = ending.map(Ending::isInterrupted).orElse(early.isEmpty());
    }
    return new SweepOutcome(
        sweep.asked(),
        total,
        endings.stream().filter(Ending::isCompleted).map(Ending::name).toList(),
        told(endings, Ending::isStopped),
        told(endings, Ending::isFailed),
        interrupted,
        early);
  }

  private static List<EndedRun> told(List<Ending> endings, Predicate<Ending> which) {
    return endings.stream().filter(which).map(Ending::told).toList();
  }

  /**
   * Return how run {@code i} of the plan ended, or empty where it did not begin, for an interrupt
   * or because it would take too much energy.
   */
  private Optional<Ending> step(SweepRecord sweep, int i, Map<RunPlan, RunRecord> earlier) {
    Configuration configuration = sweep.configurations().get(i);
    RunPlan plan = RunPlan.of(configuration);
    Optional<RunRecord> old = Optional.ofNullable(earlier.get(plan));
    if (old.isPresent() && !Sweep.isOpen(old.get().status())) {
      return Optional.of(new Ending(old.get().name(), old.get().status()));
    }
    try {
      if (Thread.interrupted()) {
        return Optional.empty();
      }
      early = refusal();
      if (early.isPresent()) {
        return Optional.empty();
      }
      rest();
      RunFolder folder = prepare(sweep, plan, old);
      int total = sweep.configurations().size();
      listener.runStarted(folder.name(), i + 1, total, configuration);
      return Optional.of(launch(folder, plan.epochs().orElse(0)));
    } catch (InterruptedException e) {
      return Optional.empty();
    } catch (RunFolderException e) {
      // An interrupt closes files in the middle of being written; that is no fault of the disk.
      if (Thread.interrupted()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Learn what the idle machine takes; what was known stays where the meter fails now. */
  private void rest() throws InterruptedException {
    listener.idling();
    OptionalDouble measured = rested ? rules.idle().betweenRuns() : rules.idle().beforeFirst();
    rested = true;
    idlePowerW = measured.isPresent() ? measured : idlePowerW;
  }

  private Map<RunPlan, RunRecord> earlierRuns() {
    Map<RunPlan, RunRecord> runs = new HashMap<>();
    store.readAll().stream()
        .filter(run -> run.status().purpose() == Purpose.SWEEP)
        .forEach(run -> runs.put(run.plan(), run));
    return runs;
  }

  /** Return a folder in which the run is waiting: a new one, or the one it began in before. */
  private RunFolder prepare(SweepRecord sweep, RunPlan plan, Optional<RunRecord> old) {
    RunStatus waiting =
        RunStatus.waiting(Purpose.SWEEP, sweep.data(), sweep.limit())
            .knowing(energyFacts(), Map.of(), Map.of());
    if (old.isEmpty()) {
      return store.create(plan, waiting);
    }
    RunFolder folder = store.find(old.get().name()).orElseThrow();
    if (!folder.checkpoints().isThere()) {
      folder.discardRecords();
    }
    folder.writeStatus(Statuses.again(waiting, old.get().status()));
    return folder;
  }

  private Optional<String> refusal() {
    return rules.budgetWh().isPresent()
        ? new EnergyBudget(rules.budgetWh().getAsDouble()).refusal(store.readAll())
        : Optional.empty();
  }

  private Map<String, String> energyFacts() {
    Map<String, String> facts = new HashMap<>();
    idlePowerW.ifPresent(watts -> facts.putAll(RunEnergy.idleFacts(watts)));
    rules.maxPowerW().ifPresent(watts -> facts.putAll(RunEnergy.limitFacts(watts)));
    return facts;
  }

  private Ending launch(RunFolder folder, int epochs) {
    Ending ending;
    boolean interrupted = false;
    try {
      int exitCode = watched(folder, epochs);
      // An interrupt that comes now must not spoil the files; it ends the sweep after them.
      interrupted = Thread.interrupted();
      ending = settle(folder, exitCode);
    } catch (InterruptedException e) {
      ending = settle(folder, RunState.INTERRUPTED, "the sweep was told to stop");
    } catch (SweepException e) {
      ending = settle(folder, RunState.FAILED, e.getMessage());
    }
    if (ending.isReadable()) {
      listener.runEnded(folder.read());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return ending;
  }

  /** Return the exit code of the run; nothing watches its log any more then. */
  private int watched(RunFolder folder, int epochs) throws InterruptedException {
    ProgressWatch watch = ProgressWatch.start(folder, epochs, listener, period);
    try {
      return launcher.launch(folder);
    } finally {
      watch.close();
    }
  }

  private Ending settle(RunFolder folder, int exitCode) {
    return exitCode == ExitCodes.INTERRUPTED
        ? settle(folder, RunState.INTERRUPTED, "the process was told to stop")
        : settle(folder, RunState.FAILED, ExitCodes.words(exitCode));
  }

  /** Write {@code state} where the process has left no final one, and return how the run ended. */
  private Ending settle(RunFolder folder, RunState state, String why) {
    try {
      RunStatus status = folder.readStatus();
      if (status.state() == RunState.WAITING || status.state() == RunState.RUNNING) {
        status = Statuses.ended(status, state, why, clock.instant());
        folder.writeStatus(status);
      }
      folder.read();
      return new Ending(folder.name(), status);
    } catch (RunFolderException e) {
      return Ending.unreadable(folder.name(), e.getMessage());
    }
  }
}
