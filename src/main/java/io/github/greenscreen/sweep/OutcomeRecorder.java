package io.github.greenscreen.sweep;

import io.github.greenscreen.process.Crash;
import io.github.greenscreen.process.CrashFiles;
import io.github.greenscreen.process.ExitStatus;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunFolderException;
import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.training.OutOfMemoryMessages;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Records the outcome of an attempt whose process exited without recording it. */
final class OutcomeRecorder {
  static final String TOLD = "the process was asked to stop";

  private static final String SEE_LOG = "; see output.log";

  private final Clock clock;
  private final Duration patience;
  private final String hint;

  private OutcomeRecorder(Clock clock, Duration patience, String hint) {
    this.clock = clock;
    this.patience = patience;
    this.hint = hint;
  }

  /**
   * Settle runs of a sweep, whose output is in {@code output.log}.
   *
   * @param clock tells the time
   * @param patience how long a run may stall
   */
  static OutcomeRecorder ofSweep(Clock clock, Duration patience) {
    return new OutcomeRecorder(clock, patience, SEE_LOG);
  }

  /** Settle runs whose output somebody has seen, by the time of {@code clock}. */
  static OutcomeRecorder ofWatched(Clock clock) {
    return new OutcomeRecorder(clock, SweepOptions.DEFAULT_STALL_TIMEOUT, "");
  }

  /**
   * How the process of an attempt ended.
   *
   * @param exitCode its code
   * @param stalled whether it was killed because it did not go on
   * @param asked whether the sweep asked it to end
   * @param output what it printed
   * @param crashFiles those that were there before it started
   */
  record Exit(
      int exitCode,
      boolean stalled,
      boolean asked,
      ProcessOutputTail output,
      CrashFiles crashFiles) {

    /** Return how native code ended the process; empty where it did not. */
    Optional<Crash> crash() {
      return crashFiles
          .since()
          .or(() -> ExitStatus.fatalSignal(exitCode).map(signal -> Crash.by(signal)));
    }
  }

  /**
   * Return how the attempt ended.
   *
   * @param known what was known of the run before it
   */
  RunOutcome settle(RunFolder folder, RunFolderRestorer known, Exit exit) {
    if (exit.stalled()) {
      String why = "stalled: no epoch finished within " + words(patience) + " (--stall-timeout)";
      return settle(folder, known, RunState.FAILED, why + SEE_LOG).passing(true);
    }
    if (exit.asked()) {
      return settle(folder, known, RunState.INTERRUPTED, "the sweep was asked to stop");
    }
    if (ExitStatus.isRequest(exit.exitCode())) {
      return ofOthers(folder, settle(folder, known, RunState.INTERRUPTED, TOLD));
    }
    return ofDeath(folder, known, exit);
  }

  /** Settle a run whose process ended of itself, or was killed by nobody known. */
  RunOutcome ofDeath(RunFolder folder, RunFolderRestorer known, Exit exit) {
    Optional<Crash> crash = exit.crash();
    boolean hasRoom = exit.output().last(OutOfMemoryMessages::isOne).isEmpty();
    return settle(folder, known, RunState.FAILED, why(folder, exit))
        .passing(ExitStatus.isCrash(exit.exitCode()) || crash.isPresent())
        .crashed(crash.filter(any -> hasRoom));
  }

  /** Somebody else has ended the run, which is no word to the sweep: it goes on without it. */
  private RunOutcome ofOthers(RunFolder folder, RunOutcome ending) {
    if (!ending.isInterrupted() || !ending.isReadable() || ending.isDiskFault()) {
      return ending;
    }
    String hint = folder.checkpoints().isThere() ? "resume it" : "restart it";
    String why = "%s, but not by the sweep; %s with --retries, or: greenscreen train --resume %s";
    return settled(
            folder, RunState.INTERRUPTED, RunState.FAILED, why.formatted(TOLD, hint, folder.name()))
        .passing(true);
  }

  /** Write {@code state} where the process has left no final one, and return how the run ended. */
  RunOutcome settle(RunFolder folder, RunFolderRestorer known, RunState state, String why) {
    try {
      known.mend(folder);
      RunStatus status = folder.readStatus();
      RunOutcome ending =
          status.state() == RunState.WAITING || status.state() == RunState.RUNNING
              ? settled(folder, status.state(), state, why)
              : new RunOutcome(folder.name(), status);
      if (ending.isFailed() && DiskFullDetector.isOne(ending.why())) {
        // With room on the disk it will do: --resume shall try.
        ending = settled(folder, RunState.FAILED, RunState.INTERRUPTED, ending.why());
      }
      return ending;
    } catch (RunFolderException e) {
      return RunOutcome.unreadable(folder.name(), e.getMessage());
    } finally {
      folder.repair().clearTraces();
    }
  }

  private RunOutcome settled(RunFolder folder, RunState from, RunState to, String why) {
    try {
      RunStatus status = folder.readStatus();
      boolean ends = from == RunState.WAITING || from == RunState.RUNNING;
      status = ends ? status.ended(clock.instant(), to, why) : status.with(to, why);
      folder.writeStatus(status);
      return new RunOutcome(folder.name(), status);
    } catch (RunFolderException e) {
      return RunOutcome.unreadable(folder.name(), e.getMessage());
    }
  }

  private String why(RunFolder folder, Exit exit) {
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
