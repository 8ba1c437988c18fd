package io.github.greenscreen.cli.support;

import io.github.greenscreen.process.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs work that must leave files in a consistent state if a signal ends the process. After SIGINT
 * the JVM itself returns 130.
 */
public final class Shutdown {
  /** Slightly longer than a launcher waits for its child process. */
  private static final long PATIENCE_SECONDS = 15;

  private Shutdown() {}

  /**
   * Run {@code work} and return its result; on a signal, interrupt it and wait until it returns.
   */
  public static <T> T interrupting(Supplier<T> work) {
    return stopping(Thread.currentThread()::interrupt, work);
  }

  /**
   * Run {@code work} and return its result; on a signal, run {@code stop} and wait until the work
   * returns.
   */
  public static <T> T stopping(Runnable stop, Supplier<T> work) {
    return stopping(stop, () -> {}, work);
  }

  /**
   * Run {@code work} and return its result. The first signal runs {@code first}, later ones run
   * {@code second}; the work then returns by itself. If it has not returned {@value
   * #PATIENCE_SECONDS} s after the second signal, the JVM is halted.
   */
  public static <T> T inSteps(Runnable first, Runnable second, Supplier<T> work) {
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
   * Run {@code work} that is normally ended by a signal: interrupt it, wait until it returns, and
   * exit the JVM with {@link ExitCode#DONE} instead of the code of the signal.
   */
  public static <T> T endingWell(Supplier<T> work) {
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
      // The JVM is already shutting down and runs the hook.
    }
  }
}
