package io.github.greenscreen;

import io.github.greenscreen.djl.ProbeTraining;
import io.github.greenscreen.engine.EngineInUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The main class of the child process of a self-test: trains a few steps and reports the result.
 */
final class SelfTestProcess {
  /** Time after which the parent process has given up, or is gone. */
  private static final int LONGEST_SECONDS = 180;

  private SelfTestProcess() {}

  /** Run with the text forms of a workload and of settings, and the path of the answer. */
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    EngineInUse.takeOptions();
    CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS)
        .execute(() -> Runtime.getRuntime().halt(1));
    ProbeTraining.run(arguments[0], arguments[1], Path.of(arguments[2]));
    System.exit(0);
  }
}
