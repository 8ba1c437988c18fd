package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.process.CrashFiles;
import io.github.greenscreen.process.ExitStatus;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.sweep.attempt.OutcomeRecorder.Exit;
import io.github.greenscreen.sweep.launch.Launcher;
import io.github.greenscreen.sweep.launch.RunProcess;
import io.github.greenscreen.sweep.launch.Slot;
import io.github.greenscreen.sweep.launch.SweepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains one run in a child process with its progress on the terminal, and records the outcome if
 * the process could not. One thread trains, any thread may {@link #stop}.
 */
public final class WatchedTraining {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedTraining.class);

  private final Launcher launcher;
  private final OutcomeRecorder settlement;
  private final StopController stopping = new StopController();

  /** Start the run with {@code launcher} and take the time from {@code clock}. */
  public WatchedTraining(Launcher launcher, Clock clock) {
    this.launcher = Objects.requireNonNull(launcher);
    this.settlement = OutcomeRecorder.ofWatched(clock);
  }

  /**
   * The end of the process.
   *
   * @param exitCode its exit code
   * @param settled the status recorded in its place; empty if it recorded one itself
   */
  public record Result(int exitCode, Optional<RunStatus> settled) {
    public Result {
      Objects.requireNonNull(settled);
    }
  }

  /**
   * Train the run of {@code folder} and return the result.
   *
   * @throws RunFolderException if the folder cannot be read
   * @throws SweepException if the process cannot be started
   * @throws InterruptedException if the thread is interrupted; the process continues
   */
  public Result train(RunFolder folder) throws InterruptedException {
    RunFolderRestorer known = RunFolderRestorer.remember(folder);
    ProcessOutputTail output = ProcessOutputTail.from(folder.outputLog());
    CrashFiles crashFiles = CrashFiles.in(folder.path());
    RunProcess process = launcher.start(folder, Slot.only());
    stopping.add(process, folder.name());
    int code = process.await();
    stopping.remove(process);
    deleteIfEmpty(folder.outputLog());
    Exit exit = new Exit(code, false, stopping.isRequested(), output, crashFiles);
    return isSettled(folder, exit)
        ? new Result(code, Optional.empty())
        : new Result(code, settle(folder, known, exit));
  }

  /**
   * Request the end of the run: after its epoch, at the second call immediately. Returns without
   * waiting.
   */
  public void stop() {
    var unused = stopping.request();
  }

  /**
   * Tell whether nothing is to be recorded: the process recorded its end, or another process trains
   * the run.
   */
  private static boolean isSettled(RunFolder folder, Exit exit) {
    boolean killed = ExitStatus.isCrash(exit.exitCode()) || ExitStatus.isRequest(exit.exitCode());
    boolean died = killed || exit.crash().isPresent();
    return !died || folder.holder().isPresent() || isEnded(folder);
  }

  private static boolean isEnded(RunFolder folder) {
    try {
      RunState state = folder.readStatus().state();
      return state != RunState.WAITING && state != RunState.RUNNING;
    } catch (RunFolderException e) {
      return false;
    }
  }

  private Optional<RunStatus> settle(RunFolder folder, RunFolderRestorer known, Exit exit) {
    boolean told = exit.asked() || ExitStatus.isRequest(exit.exitCode());
    RunOutcome ending =
        told
            ? settlement.settle(folder, known, RunState.INTERRUPTED, OutcomeRecorder.TOLD)
            : settlement.ofDeath(folder, known, exit);
    if (!ending.isReadable()) {
      throw new RunFolderException(ending.reason());
    }
    RetryMark.leave(folder);
    return Optional.of(folder.readStatus());
  }

  private static void deleteIfEmpty(Path file) {
    try {
      if (Files.exists(file) && Files.size(file) == 0) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.debug("cannot delete {}", file, e);
    }
  }
}
