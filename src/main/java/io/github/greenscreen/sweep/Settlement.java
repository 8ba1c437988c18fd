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
  private final Clock clock;
  private final Duration patience;

  /** Take the time from {@code clock}; {@code patience} is how long a run may stall. */
  Settlement(Clock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Return how the attempt ended.
   *
   * @param exitCode of its process
   * @param stalled whether it was killed because it did not go on
   * @param asked whether it was asked to end
   * @param output what its process printed
   */
  Ending settle(RunFolder folder, int exitCode, boolean stalled, boolean asked, OutputLog output) {
    if (stalled) {
      String why = "stalled: no epoch ended for " + words(patience) + " (--stall-timeout)";
      return settle(folder, RunState.FAILED, why + "; see output.log").passing(true);
    }
    if (asked || exitCode == ExitCodes.INTERRUPTED) {
      String why = asked ? "the sweep was told to stop" : "the process was told to stop";
      return settle(folder, RunState.INTERRUPTED, why);
    }
    return settle(folder, RunState.FAILED, why(folder, exitCode, output))
        .passing(ExitCodes.isCrash(exitCode));
  }

  /** Write {@code state} where the process has left no final one, and return how the run ended. */
  Ending settle(RunFolder folder, RunState state, String why) {
    try {
      RunStatus status = folder.readStatus();
      if (status.state() == RunState.WAITING || status.state() == RunState.RUNNING) {
        status = status.ended(clock.instant(), state, why);
        folder.writeStatus(status);
      }
      if (status.state() == RunState.FAILED && DiskFault.isOne(status.why())) {
        // With room on the disk it will do: --resume shall try.
        status = status.with(RunState.INTERRUPTED, status.why());
        folder.writeStatus(status);
      }
      folder.read();
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
