package io.github.greenscreen.cli;

import java.util.function.Supplier;

/** Work that leaves things in order when the process is told to stop in the middle of it. */
final class Shutdown {
  private Shutdown() {}

  /**
   * Do {@code work} and return its result. Where a signal ends the JVM meanwhile, do {@code tidy}
   * first; the JVM then returns 130 after SIGINT by itself.
   */
  static <T> T during(Runnable tidy, Supplier<T> work) {
    Thread hook = new Thread(tidy, "tidy up");
    Runtime runtime = Runtime.getRuntime();
    runtime.addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      remove(runtime, hook);
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
