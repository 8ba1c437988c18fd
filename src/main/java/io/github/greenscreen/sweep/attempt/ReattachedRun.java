package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.lock.LockOwner;
import io.github.greenscreen.sweep.launch.RunProcess;
import java.util.Optional;

/**
 * A run that another process already trains: the child of a sweep that has exited. Its exit code
 * cannot be known; its results are read from the run folder.
 */
final class ReattachedRun implements RunProcess {
  private static final long LOOK_MILLIS = 200;

  private final RunFolder folder;
  private final LockOwner holder;
  private volatile boolean abandoned;

  ReattachedRun(RunFolder folder, LockOwner holder) {
    this.folder = folder;
    this.holder = holder;
  }

  /** Return the run that trains in {@code folder}, if one does. */
  static Optional<ReattachedRun> of(RunFolder folder) {
    return folder.holder().map(holder -> new ReattachedRun(folder, holder));
  }

  /** Tell whether waiting was given up, although the process may still run. */
  boolean isAbandoned() {
    return abandoned;
  }

  /** Describe the process in a sentence. */
  String words() {
    return holder.words();
  }

  /**
   * Wait until the folder is free, or until the end is requested and the process cannot be reached.
   */
  @Override
  public int await() throws InterruptedException {
    while (!abandoned && folder.holder().filter(holder::equals).isPresent()) {
      Thread.sleep(LOOK_MILLIS);
    }
    return 0;
  }

  @Override
  public void stop() {
    holder.process().ifPresentOrElse(ProcessHandle::destroy, () -> abandoned = true);
  }

  @Override
  public void kill() {
    holder.process().ifPresentOrElse(ProcessHandle::destroyForcibly, () -> abandoned = true);
  }
}
