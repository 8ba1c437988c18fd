package io.github.greenscreen.sweep;

import io.github.greenscreen.process.Crash;
import io.github.greenscreen.process.CrashFiles;
import io.github.greenscreen.process.ExitCodes;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunFolderException;
import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.training.MemoryFault;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Writes down how an attempt at a run ended whose process has not done so itself. */
final class Settlement {
  static final String TOLD = "the process was told to stop";

  private static final String SEE_LOG = "; see output.log";

  private final Clock clock;
  private final Duration patience;
  private final String hint;

  private Settlement(Clock clock, Duration patience, String hint) {
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
  static Settlement ofSweep(Clock clock, Duration patience) {
    return new Settlement(clock, patience, SEE_LOG);
  }

  /** Settle runs whose output somebody has seen, by the time of {@code clock}. */
  static Settlement ofWatched(Clock clock) {
    return new Settlement(clock, SweepRules.DEFAULT_STALL_TIMEOUT, "");
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
      int exitCode, boolean stalled, boolean asked, OutputLog output, CrashFiles crashFiles) {

    /** Return how native code ended the process; empty where it did not. */
    Optional<Crash> crash() {
      return crashFiles
          .since()
          .or(() -> ExitCodes.fatalSignal(exitCode).map(signal -> Crash.by(signal)));
    }
  }

  /**
   * Return how the attempt ended.
   *
   * @param known what was known of the run before it
   */
  Ending settle(RunFolder folder, Mending known, Exit exit) {
    if (exit.stalled()) {
      String why = "stalled: no epoch ended for " + words(patience) + " (--stall-timeout)";
      return settle(folder, known, RunState.FAILED, why + SEE_LOG).passing(true);
    }
    if (exit.asked()) {
      return settle(folder, known, RunState.INTERRUPTED, "the sweep was told to stop");
    }
    if (ExitCodes.isRequest(exit.exitCode())) {
      return ofOthers(folder, settle(folder, known, RunState.INTERRUPTED, TOLD));
    }
    return ofDeath(folder, known, exit);
  }

  /** Settle a run whose process ended of itself, or was killed by nobody known. */
  Ending ofDeath(RunFolder folder, Mending known, Exit exit) {
    Optional<Crash> crash = exit.crash();
    boolean hasRoom = exit.output().last(MemoryFault::isOne).isEmpty();
    return settle(folder, known, RunState.FAILED, why(folder, exit))
        .passing(ExitCodes.isCrash(exit.exitCode()) || crash.isPresent())
        .crashed(crash.filter(any -> hasRoom));
  }

  /** Somebody else has ended the run, which is no word to the sweep: it goes on without it. */
  private Ending ofOthers(RunFolder folder, Ending ending) {
    if (!ending.isInterrupted() || !ending.isReadable() || ending.isDiskFault()) {
      return ending;
    }
    String hint = folder.checkpoints().isThere() ? "go on" : "train it again";
    String why = "%s, but not by the sweep; %s with --retries, or: greenscreen train --resume %s";
    return settled(
            folder, RunState.INTERRUPTED, RunState.FAILED, why.formatted(TOLD, hint, folder.name()))
        .passing(true);
  }

  /** Write {@code state} where the process has left no final one, and return how the run ended. */
  Ending settle(RunFolder folder, Mending known, RunState state, String why) {
    try {
      known.mend(folder);
      RunStatus status = folder.readStatus();
      Ending ending =
          status.state() == RunState.WAITING || status.state() == RunState.RUNNING
              ? settled(folder, status.state(), state, why)
              : new Ending(folder.name(), status);
      if (ending.isFailed() && DiskFault.isOne(ending.why())) {
        // With room on the disk it will do: --resume shall try.
        ending = settled(folder, RunState.FAILED, RunState.INTERRUPTED, ending.why());
      }
      return ending;
    } catch (RunFolderException e) {
      return Ending.unreadable(folder.name(), e.getMessage());
    } finally {
      folder.repair().clearTraces();
    }
  }

  private Ending settled(RunFolder folder, RunState from, RunState to, String why) {
    try {
      RunStatus status = folder.readStatus();
      boolean ends = from == RunState.WAITING || from == RunState.RUNNING;
      status = ends ? status.ended(clock.instant(), to, why) : status.with(to, why);
      folder.writeStatus(status);
      return new Ending(folder.name(), status);
    } catch (RunFolderException e) {
      return Ending.unreadable(folder.name(), e.getMessage());
    }
  }

  private String why(RunFolder folder, Exit exit) {
    Optional<String> disk = exit.output().last(DiskFault::isOne);
    if (disk.isPresent()) {
      return disk.get().replaceFirst("^greenscreen: ", "");
    }
    Optional<String> memory = exit.output().last(MemoryFault::isOne);
    String words =
        exit.crash()
            .filter(Crash::isExplained)
            .map(Crash::sentence)
            .orElseGet(() -> ExitCodes.words(exit.exitCode()) + hint);
    try {
      return memory.isPresent()
          ? MemoryFault.sentence(folder.readPlan(), memory.get()) + "; " + words
          : words;
    } catch (RunFolderException e) {
      return words;
    }
  }

  private static String words(Duration time) {
    return time.toSeconds() > 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
