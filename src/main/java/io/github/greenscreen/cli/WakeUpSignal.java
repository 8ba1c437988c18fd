package io.github.greenscreen.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a time that another thread may cut short. Thread-safe. */
class WakeUpSignal {
  private final CountDownLatch rung = new CountDownLatch(1);

  /** Wake whoever waits, now and from now on. */
  final void ring() {
    rung.countDown();
  }

  /** Tell whether somebody has rung. */
  final boolean isRung() {
    return rung.getCount() == 0;
  }

  /** Return the time in nanoseconds since any moment. */
  long nanos() {
    return System.nanoTime();
  }

  /** Let {@code time} pass, less where somebody rings. */
  void await(Duration time) {
    try {
      boolean unused = rung.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ring();
    }
  }
}
