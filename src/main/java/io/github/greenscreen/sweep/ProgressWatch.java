package io.github.greenscreen.sweep;

import io.github.greenscreen.run.EpochRow;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunFolderException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads the log of a running run now and then, on a thread of its own, until it is closed. */
final class ProgressWatch implements AutoCloseable {
  private final RunFolder folder;
  private final int epochs;
  private final SweepListener listener;
  private final ScheduledExecutorService executor;

  /** Seen by the watching thread alone. */
  private int told;

  private ProgressWatch(RunFolder folder, int epochs, SweepListener listener) {
    this.folder = folder;
    this.epochs = epochs;
    this.listener = listener;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress of run " + folder.name());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Tell {@code listener} whenever the log of {@code folder} has grown, looking every period. */
  static ProgressWatch start(
      RunFolder folder, int epochs, SweepListener listener, Duration period) {
    ProgressWatch watch = new ProgressWatch(folder, epochs, listener);
    long millis = period.toMillis();
    var unused =
        watch.executor.scheduleWithFixedDelay(watch::look, millis, millis, TimeUnit.MILLISECONDS);
    return watch;
  }

  /** Stop looking; once this returns, the listener hears nothing more from here. */
  @Override
  public void close() {
    executor.shutdownNow();
    boolean interrupted = false;
    while (!executor.isTerminated()) {
      try {
        executor.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    int done = epochsDone();
    if (done > told) {
      told = done;
      listener.runProgress(folder.name(), done, epochs);
    }
  }

  private int epochsDone() {
    try {
      return (int) folder.readEpochs().stream().filter(EpochRow::isTraining).count();
    } catch (RunFolderException e) {
      // The log is being written, or gone: whoever reads the run when it has ended will say so.
      return told;
    }
  }
}
