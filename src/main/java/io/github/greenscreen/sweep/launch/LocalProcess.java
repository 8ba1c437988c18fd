package io.github.greenscreen.sweep.launch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run in a child process. After the second stop request, it has ten seconds to end. When a child
 * dies, programs that it started, such as tools of power meters, are ended with it.
 */
final class LocalProcess implements RunProcess {
  private static final Logger LOG = LoggerFactory.getLogger(LocalProcess.class);
  private static final long GRACE_SECONDS = 10;
  private static final int FIRST_SIGNAL = 128;

  private final Process process;
  private final boolean ownsGroup;
  private int asked;

  /** Wrap {@code process}, which leads a process group if {@code ownsGroup}. */
  LocalProcess(Process process, boolean ownsGroup) {
    this.process = process;
    this.ownsGroup = ownsGroup;
  }

  @Override
  public int await() throws InterruptedException {
    int code = process.waitFor();
    if (code > FIRST_SIGNAL && ownsGroup) {
      killGroup();
    }
    return code;
  }

  @Override
  public synchronized void stop() {
    asked++;
    // Process.destroy() would also close the input, which tells the run that it is watched.
    process.toHandle().destroy();
    if (asked == 2) {
      // Two signals before the first is handled count as one, so repeat it.
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(process.toHandle()::destroy);
      CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS).execute(this::kill);
    }
  }

  @Override
  public void kill() {
    if (process.isAlive()) {
      List<ProcessHandle> children = process.descendants().toList();
      process.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private void killGroup() throws InterruptedException {
    try {
      List<String> command = List.of("kill", "-KILL", "--", "-" + process.pid());
      Process kill =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      LOG.debug("group of process {}: kill returned {}", process.pid(), kill.waitFor());
    } catch (IOException e) {
      LOG.debug("the group of process {} could not be ended", process.pid(), e);
    }
  }
}
