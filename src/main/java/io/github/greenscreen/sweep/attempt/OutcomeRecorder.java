package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.process.Crash;
import io.github.greenscreen.process.CrashFiles;
import io.github.greenscreen.process.ExitStatus;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.training.OutOfMemoryMessages;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Records the outcome of an attempt whose process exited without recording it. */
public final class OutcomeRecorder {
  static final String TOLD = "the process was asked to stop";

  private static final String SEE_LOG = "; see output.log";

  private final Clock clock;
  private final Duration timeout;
  private final String hint;

  private OutcomeRecorder(Clock clock, Duration timeout, String hint) {
    this.clock = clock;
    this.timeout = timeout;
    this.hint = hint;
  }

  /**
   * Create a recorder for runs of a sweep, whose output is in {@code output.log}.
   *
   * @param clock tells the time
   * @param timeout maximum time without progress
   */
  public static OutcomeRecorder ofSweep(Clock clock, Duration timeout) {
    return new OutcomeRecorder(clock, timeout, SEE_LOG);
  }

  /** Create a recorder for watched runs, whose output went to the terminal. */
  static OutcomeRecorder ofWatched(Clock clock) {
    return new OutcomeRecorder(clock, SweepOptions.DEFAULT_STALL_TIMEOUT, "");
  }

  /**
   * The end of the process of an attempt.
   *
   * @param exitCode its exit code
   * @param stalled whether it was killed because it made no progress
   * @param asked whether the sweep requested its end
   * @param output its output
   * @param crashFiles the crash files before it started
   */
  record Exit(
      int exitCode,
      boolean stalled,
      boolean asked,
      ProcessOutputTail output,
      CrashFiles crashFiles) {

    /** Return the crash of native code that ended the process; empty if there was none. */
    Optional<Crash> crash() {
      return crashFiles
          .since()
          .or(() -> ExitStatus.fatalSignal(exitCode).map(signal -> Crash.by(signal)));
    }
  }

  /**
   * Record the end of an attempt and return the outcome.
   *
   * @param known the state of the run before the attempt
   */
  RunOutcome settle(RunFolder folder, RunFolderRestorer known, Exit exit) {
    if (exit.stalled()) {
      String reason = "stalled: no epoch finished within " + words(timeout) + " (--stall-timeout)";
      return settle(folder, known, RunState.FAILED, reason + SEE_LOG).withRetryable(true);
    }
    if (exit.asked()) {
      return settle(folder, known, RunState.INTERRUPTED, "the sweep was asked to stop");
    }
    if (ExitStatus.isRequest(exit.exitCode())) {
      return ofOthers(folder, settle(folder, known, RunState.INTERRUPTED, TOLD));
    }
    return ofDeath(folder, known, exit);
  }

  /** Record the end of a process that ended by itself, or was killed for an unknown reason. */
  RunOutcome ofDeath(RunFolder folder, RunFolderRestorer known, Exit exit) {
    Optional<Crash> crash = exit.crash();
    boolean hasRoom = exit.output().last(OutOfMemoryMessages::isOne).isEmpty();
    return settle(folder, known, RunState.FAILED, reason(folder, exit))
        .withRetryable(ExitStatus.isCrash(exit.exitCode()) || crash.isPresent())
        .crashed(crash.filter(any -> hasRoom));
  }

  /**
   * Handle a run that was ended by a signal from outside. The sweep itself was not stopped and
   * continues without the run.
   */
  private RunOutcome ofOthers(RunFolder folder, RunOutcome ending) {
    if (!ending.isInterrupted() || !ending.isReadable() || ending.isDiskFault()) {
      return ending;
    }
    String hint = folder.checkpoints().exists() ? "resume it" : "restart it";
    String reason =
        "%s, but not by the sweep; %s with --retries, or: greenscreen train --resume %s";
    return settled(
            folder,
            RunState.INTERRUPTED,
            RunState.FAILED,
            reason.formatted(TOLD, hint, folder.name()))
        .withRetryable(true);
  }

  /** Write {@code state} if the process has not left a final one, and return the outcome. */
  RunOutcome settle(RunFolder folder, RunFolderRestorer known, RunState state, String reason) {
    try {
      known.restore(folder);
      RunStatus status = folder.readStatus();
      RunOutcome ending =
          status.state() == RunState.WAITING || status.state() == RunState.RUNNING
              ? settled(folder, status.state(), state, reason)
              : new RunOutcome(folder.name(), status);
      if (ending.isFailed() && DiskFullDetector.isOne(ending.reason())) {
        // The run can continue once the disk has space: --resume retries it.
        ending = settled(folder, RunState.FAILED, RunState.INTERRUPTED, ending.reason());
      }
      return ending;
    } catch (RunFolderException e) {
      return RunOutcome.unreadable(folder.name(), e.getMessage());
    } finally {
      folder.repair().clearTraces();
    }
  }

  private RunOutcome settled(RunFolder folder, RunState from, RunState to, String reason) {
    try {
      RunStatus status = folder.readStatus();
      boolean ends = from == RunState.WAITING || from == RunState.RUNNING;
      status = ends ? status.ended(clock.instant(), to, reason) : status.with(to, reason);
      folder.writeStatus(status);
      return new RunOutcome(folder.name(), status);
    } catch (RunFolderException e) {
      return RunOutcome.unreadable(folder.name(), e.getMessage());
    }
  }

  private String reason(RunFolder folder, Exit exit) {
    Optional<String> disk = exit.output().last(DiskFullDetector::isOne);
    if (disk.isPresent()) {
      return disk.get().replaceFirst("^greenscreen: ", "");
    }
    Optional<String> memory = exit.output().last(OutOfMemoryMessages::isOne);
    String words =
        exit.crash()
            .filter(Crash::isExplained)
            .map(Crash::sentence)
            .orElseGet(() -> ExitStatus.words(exit.exitCode()) + hint);
    try {
      return memory.isPresent()
          ? OutOfMemoryMessages.sentence(folder.readPlan(), memory.get()) + "; " + words
          : words;
    } catch (RunFolderException e) {
      return words;
    }
  }

  private static String words(Duration time) {
    return time.toSeconds() > 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
