package io.github.greenscreen.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes a stream that has delivered nothing for too long, because an HTTP body has no timeout of
 * its own. Only the reading thread may call {@link #read}.
 */
final class ReadTimeoutGuard implements AutoCloseable {
  private final InputStream body;
  private final Duration timeout;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(ReadTimeoutGuard::thread);
  private volatile long lastFed = System.nanoTime();
  private volatile boolean bitten;

  ReadTimeoutGuard(InputStream body, Duration timeout) {
    this.body = body;
    this.timeout = timeout;
    long period = Math.max(1, timeout.toMillis() / 4);
    var unused = clock.scheduleAtFixedRate(this::look, period, period, TimeUnit.MILLISECONDS);
  }

  /**
   * Read bytes of the stream and restart the timeout.
   *
   * @return number of bytes, -1 at the end
   * @throws IOException if reading fails or the stream was closed by the timeout, which may look
   *     like its end or like any failure
   */
  int read(byte[] buffer) throws IOException {
    int count;
    try {
      count = body.read(buffer);
    } catch (IOException e) {
      check();
      throw e;
    }
    check();
    lastFed = System.nanoTime();
    return count;
  }

  private void check() throws IOException {
    if (bitten) {
      throw new IOException("no data received for " + timeout.toMillis() / 1000.0 + " s");
    }
  }

  private void look() {
    if (System.nanoTime() - lastFed > timeout.toNanos()) {
      bitten = true;
      try {
        body.close();
      } catch (IOException e) {
        // The reader sees the closed stream; a failure to close it does not matter.
        clock.shutdown();
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "download-watchdog");
    thread.setDaemon(true);
    return thread;
  }
}
