package io.github.greenscreen.cli.support;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A timed wait that another thread can end early. Thread-safe. */
public class WakeUpSignal {
  private final CountDownLatch rung = new CountDownLatch(1);

  /** End all current and future waits. */
  public final void signal() {
    rung.countDown();
  }

  /** Return whether {@link #signal} was called. */
  public final boolean isSignalled() {
    return rung.getCount() == 0;
  }

  /** Return the current time in nanoseconds, relative to an arbitrary origin. */
  public long nanos() {
    return System.nanoTime();
  }

  /** Wait for {@code time}, or less if {@link #signal} is called. */
  public void await(Duration time) {
    try {
      boolean unused = rung.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      signal();
    }
  }
}
