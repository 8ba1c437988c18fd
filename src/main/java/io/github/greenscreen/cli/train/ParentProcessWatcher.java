package io.github.greenscreen.cli.train;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Detects in a run that the sweep that started it has exited. */
final class ParentProcessWatcher implements AutoCloseable {
  private final ScheduledExecutorService executor;
  private final BooleanSupplier parentLives;
  private final Runnable orphaned;

  private ParentProcessWatcher(BooleanSupplier parentLives, Runnable orphaned) {
    this.parentLives = parentLives;
    this.orphaned = orphaned;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "watch for the sweep");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Call {@code orphaned} once if the process with id {@code parent} is not the parent of this one,
   * now or later; never if {@code parent} is null or not a number.
   */
  static ParentProcessWatcher start(String parent, Runnable orphaned) {
    boolean known = parent != null && parent.matches("\\d{1,18}");
    return start(() -> !known || isParent(Long.parseLong(parent)), 1000, orphaned);
  }

  static ParentProcessWatcher start(
      BooleanSupplier parentLives, long periodMillis, Runnable orphaned) {
    ParentProcessWatcher watch = new ParentProcessWatcher(parentLives, orphaned);
    var unused =
        watch.executor.scheduleWithFixedDelay(watch::look, 0, periodMillis, TimeUnit.MILLISECONDS);
    return watch;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private void look() {
    if (!parentLives.getAsBoolean()) {
      executor.shutdown();
      orphaned.run();
    }
  }

  /**
   * Return whether {@code pid} is the parent; the operating system gives an orphan a new parent at
   * once.
   */
  private static boolean isParent(long pid) {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    return parent.isPresent() && parent.get().pid() == pid;
  }
}
