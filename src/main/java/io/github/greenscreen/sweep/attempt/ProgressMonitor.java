package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.sweep.launch.RunProcess;
import io.github.greenscreen.sweep.stopping.RunEarlyStopping;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Polls the log of a run on a thread of its own, and kills the run if nothing is added for too
 * long. Close it to stop polling.
 */
final class ProgressMonitor implements AutoCloseable {
  private final RunFolder folder;
  private final int epochs;
  private final SweepListener listener;
  private final Duration timeout;
  private final RunProcess process;
  private final RunEarlyStopping judgement;
  private final ScheduledExecutorService executor;

  /** Used by the monitor thread only. */
  private int rows;

  private int told;
  private long moved = System.nanoTime();
  private volatile boolean stalled;

  private ProgressMonitor(
      RunFolder folder,
      int epochs,
      SweepListener listener,
      Duration timeout,
      RunProcess process,
      RunEarlyStopping judgement) {
    this.folder = folder;
    this.epochs = epochs;
    this.listener = listener;
    this.timeout = timeout;
    this.process = process;
    this.judgement = judgement;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress of run " + folder.name());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Start to poll the log of {@code folder} every {@code period}: report new epochs to {@code
   * listener}, pass them to the early stopper, and kill {@code process} if the log has not grown
   * for {@code timeout}.
   */
  static ProgressMonitor start(
      RunFolder folder,
      int epochs,
      SweepListener listener,
      Duration period,
      Duration timeout,
      RunProcess process,
      RunEarlyStopping judgement) {
    ProgressMonitor watch =
        new ProgressMonitor(folder, epochs, listener, timeout, process, judgement);
    long millis = period.toMillis();
    var unused =
        watch.executor.scheduleWithFixedDelay(watch::look, millis, millis, TimeUnit.MILLISECONDS);
    return watch;
  }

  /** Tell whether the run was killed because it made no progress. */
  boolean isStalled() {
    return stalled;
  }

  /** Stop polling; after this, the listener receives no further calls from this monitor. */
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
    List<EpochRow> log = log();
    if (log.size() != rows) {
      rows = log.size();
      moved = System.nanoTime();
    }
    int done = (int) log.stream().filter(EpochRow::isTraining).count();
    if (done > told) {
      told = done;
      judgement.look(done, epochs);
      listener.runProgress(folder.name(), done, epochs);
    }
    if (!stalled && System.nanoTime() - moved > timeout.toNanos()) {
      stalled = true;
      process.kill();
    }
  }

  private List<EpochRow> log() {
    try {
      return folder.readEpochs();
    } catch (RunFolderException e) {
      // The log is being written, or is gone: reading the run after its end reports the error.
      return List.of();
    }
  }
}
