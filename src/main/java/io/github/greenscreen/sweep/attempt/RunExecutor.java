package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.process.CrashFiles;
import io.github.greenscreen.process.ExitStatus;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.sweep.attempt.OutcomeRecorder.Exit;
import io.github.greenscreen.sweep.launch.Launcher;
import io.github.greenscreen.sweep.launch.RunProcess;
import io.github.greenscreen.sweep.launch.Slot;
import io.github.greenscreen.sweep.launch.SweepException;
import io.github.greenscreen.sweep.stopping.EarlyStopping;
import io.github.greenscreen.sweep.stopping.RunEarlyStopping;
import java.time.Duration;
import java.util.Optional;

/**
 * Executes one run on one slot: attaches to a process that already trains it or starts one, retries
 * if that may help, and makes sure that the folder records the outcome.
 */
public final class RunExecutor {
  private static final String GONE = "its process has disappeared";
  private static final long GRACE_MILLIS = 2000;

  private final Launcher launcher;
  private final StopController stopping;
  private final SweepListener listener;
  private final OutcomeRecorder settlement;
  private final EarlyStopping judge;
  private final Duration period;
  private final Duration timeout;
  private final int retries;

  /**
   * Create an executor for all runs of a sweep.
   *
   * @param launcher starts the processes
   * @param stopping receives each process, so that a stop request reaches it
   * @param listener is told of progress, retries and adopted processes
   * @param settlement records outcomes that a process could not record itself
   * @param judge ends runs that are not worth another epoch
   * @param period time between two looks at a run
   * @param rules stall timeout and retries
   */
  public RunExecutor(
      Launcher launcher,
      StopController stopping,
      SweepListener listener,
      OutcomeRecorder settlement,
      EarlyStopping judge,
      Duration period,
      SweepOptions rules) {
    this.launcher = launcher;
    this.stopping = stopping;
    this.listener = listener;
    this.settlement = settlement;
    this.judge = judge;
    this.period = period;
    this.timeout = rules.stallTimeout();
    this.retries = rules.retries();
  }

  /**
   * Train the waiting run of {@code folder} on {@code slot}, or wait for the process that already
   * trains it, and return the outcome.
   *
   * @param reopened whether the folder is of an earlier attempt, so that its state may not be
   *     waiting
   * @param again prepares the run for another attempt
   */
  public RunOutcome perform(RunFolder folder, Slot slot, boolean reopened, Runnable again)
      throws InterruptedException {
    RunOutcome ending = attempts(folder, slot, reopened, again);
    if (ending.isReadable()) {
      listener.runEnded(folder.read());
    } else {
      listener.runLost(folder.name(), ending.reason());
    }
    return ending;
  }

  private RunOutcome attempts(RunFolder folder, Slot slot, boolean reopened, Runnable again)
      throws InterruptedException {
    try {
      RunFolderRestorer known = RunFolderRestorer.remember(folder);
      if (adopt(folder)) {
        RunOutcome found =
            withCause(0, folder, settlement.settle(folder, known, RunState.INTERRUPTED, GONE));
        if (!found.isInterrupted() || stopping.isRequested()) {
          return found;
        }
      }
      if (reopened) {
        again.run();
      }
      RunOutcome ending = attempt(folder, slot);
      for (int i = 1; i <= retries && ending.isRetryable() && !stopping.isRequested(); i++) {
        listener.runRepeated(folder.name(), ending.reason(), i, retries);
        again.run();
        ending = attempt(folder, slot);
      }
      return ending;
    } catch (RunFolderException e) {
      return RunOutcome.unreadable(folder.name(), e.getMessage()).untrained(folder);
    }
  }

  /** Wait for a process that already trains the run, and return whether there was one. */
  private boolean adopt(RunFolder folder) throws InterruptedException {
    boolean found = false;
    Optional<ReattachedRun> other = ReattachedRun.of(folder);
    while (other.isPresent() && !other.get().isAbandoned()) {
      found = true;
      listener.runAdopted(folder.name(), other.get().words());
      watched(folder, other.get());
      other = stopping.isRequested() ? Optional.empty() : ReattachedRun.of(folder);
    }
    return found;
  }

  private RunOutcome attempt(RunFolder folder, Slot slot) throws InterruptedException {
    long epochs = epochs(folder);
    return withCause(epochs, folder, process(folder, slot));
  }

  /** Add the cause to {@code ending} if the log still has {@code epochs} epochs, as before. */
  private static RunOutcome withCause(long epochs, RunFolder folder, RunOutcome ending) {
    return ending.isReadable() && epochs(folder) == epochs ? ending.untrained(folder) : ending;
  }

  private static long epochs(RunFolder folder) {
    try {
      return folder.readEpochs().stream().filter(EpochRow::isTraining).count();
    } catch (RunFolderException e) {
      return 0;
    }
  }

  private RunOutcome process(RunFolder folder, Slot slot) throws InterruptedException {
    RunFolderRestorer known = RunFolderRestorer.remember(folder);
    ProcessOutputTail output = ProcessOutputTail.from(folder.outputLog());
    CrashFiles crashFiles = CrashFiles.in(folder.path());
    try {
      Watched end = watched(folder, launcher.start(folder, slot));
      // If the child was refused because another process trains the run, wait for that one.
      adopt(folder);
      if (ExitStatus.isRequest(end.exitCode())) {
        // A signal to all processes of the sweep may reach the child before this process.
        stopping.awaitRequest(GRACE_MILLIS);
      }
      boolean asked = stopping.isRequested();
      Exit exit = new Exit(end.exitCode(), end.stalled(), asked, output, crashFiles);
      return settlement.settle(folder, known, exit);
    } catch (SweepException e) {
      return settlement.settle(folder, known, RunState.FAILED, e.getMessage());
    }
  }

  /** Wait for the end of {@code process}, monitoring its log until then. */
  private Watched watched(RunFolder folder, RunProcess process) throws InterruptedException {
    stopping.add(process, folder.name());
    int epochs = folder.readPlan().epochs().orElse(0);
    RunEarlyStopping judgement = judge.of(folder);
    try (ProgressMonitor watch =
        ProgressMonitor.start(folder, epochs, listener, period, timeout, process, judgement)) {
      return new Watched(process.await(), watch.isStalled());
    } finally {
      stopping.remove(process);
    }
  }

  /**
   * The end of a process.
   *
   * @param exitCode its exit code
   * @param stalled whether it was killed because it made no progress
   */
  private record Watched(int exitCode, boolean stalled) {}
}
