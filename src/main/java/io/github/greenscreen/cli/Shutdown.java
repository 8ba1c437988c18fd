package io.github.greenscreen.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs work that must leave files in order if a signal ends the process. After SIGINT the JVM
 * returns 130 by itself.
 */
final class Shutdown {
  /** A little longer than a launcher waits for its child. */
  private static final long PATIENCE_SECONDS = 15;

  private Shutdown() {}

  /**
   * Do {@code work} and return its result; where a signal comes meanwhile, interrupt it and wait
   * until it has returned.
   */
  static <T> T interrupting(Supplier<T> work) {
    return stopping(Thread.currentThread()::interrupt, work);
  }

  /**
   * Do {@code work} and return its result; where a signal comes meanwhile, do {@code stop} and wait
   * until the work has returned.
   */
  static <T> T stopping(Runnable stop, Supplier<T> work) {
    return stopping(stop, () -> {}, work);
  }

  /**
   * Do {@code work} and return its result; at the first signal do {@code first}, at later ones
   * {@code second}, and let the work return by itself. Where it has not returned {@value
   * #PATIENCE_SECONDS} s after the second signal, the JVM is halted.
   */
  static <T> T inSteps(Runnable first, Runnable second, Supplier<T> work) {
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger heard = new AtomicInteger();
    Runnable step =
        () -> {
          if (heard.getAndIncrement() == 0) {
            first.run();
          } else {
            endAtOnce(second, done);
          }
        };
    try {
      return SignalHandlers.telling(step, work);
    } finally {
      done.countDown();
    }
  }

  private static void endAtOnce(Runnable stop, CountDownLatch done) {
    Thread thread =
        new Thread(
            () -> {
              stop.run();
              if (!await(done)) {
                Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
              }
            },
            "stop at once");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Do {@code work} that a signal is the usual way to end: interrupt it then, wait until it has
   * returned, and leave the JVM with {@link ExitCode#DONE} instead of the code of the signal.
   */
  static <T> T endingWell(Supplier<T> work) {
    Runnable halt = () -> Runtime.getRuntime().halt(ExitCode.DONE);
    return stopping(Thread.currentThread()::interrupt, halt, work);
  }

  private static <T> T stopping(Runnable stop, Runnable end, Supplier<T> work) {
    CountDownLatch done = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              stop.run();
              boolean unused = await(done);
              end.run();
            },
            "tidy up");
    Runtime runtime = Runtime.getRuntime();
    runtime.addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      done.countDown();
      remove(runtime, hook);
    }
  }

  private static boolean await(CountDownLatch done) {
    try {
      return done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void remove(Runtime runtime, Thread hook) {
    try {
      runtime.removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is going down already, and the hook with it.
    }
  }
}
