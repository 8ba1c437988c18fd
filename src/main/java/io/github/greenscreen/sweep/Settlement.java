package io.github.greenscreen.sweep;

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
  private static final String TOLD = "the process was told to stop";

  private final Clock clock;
  private final Duration patience;

  /** Take the time from {@code clock}; {@code patience} is how long a run may stall. */
  Settlement(Clock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * How the process of an attempt ended.
   *
   * @param exitCode its code
   * @param stalled whether it was killed because it did not go on
   * @param asked whether the sweep asked it to end
   * @param output what it printed
   */
  record Exit(int exitCode, boolean stalled, boolean asked, OutputLog output) {}

  /**
   * Return how the attempt ended.
   *
   * @param known what was known of the run before it
   */
  Ending settle(RunFolder folder, Mending known, Exit exit) {
    if (exit.stalled()) {
      String why = "stalled: no epoch ended for " + words(patience) + " (--stall-timeout)";
      return settle(folder, known, RunState.FAILED, why + "; see output.log").passing(true);
    }
    if (exit.asked()) {
      return settle(folder, known, RunState.INTERRUPTED, "the sweep was told to stop");
    }
    if (ExitCodes.isRequest(exit.exitCode())) {
      return ofOthers(folder, settle(folder, known, RunState.INTERRUPTED, TOLD));
    }
    return settle(folder, known, RunState.FAILED, why(folder, exit.exitCode(), exit.output()))
        .passing(ExitCodes.isCrash(exit.exitCode()));
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

  private static String why(RunFolder folder, int exitCode, OutputLog output) {
    Optional<String> disk = output.last(DiskFault::isOne);
    if (disk.isPresent()) {
      return disk.get().replaceFirst("^greenscreen: ", "");
    }
    Optional<String> memory = output.last(MemoryFault::isOne);
    String words = ExitCodes.words(exitCode);
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
