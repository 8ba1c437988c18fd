package io.github.greenscreen;

import io.github.greenscreen.djl.acceptance.AcceptanceTraining;
import io.github.greenscreen.engine.EngineInUse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The main class of a child process of an acceptance run. */
final class AcceptanceProcess {
  /** Time after which the parent process must be gone. */
  private static final int LONGEST_SECONDS = 900;

  private AcceptanceProcess() {}

  /** Run with the arguments of {@link AcceptanceTraining#run}. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    EngineInUse.takeOptions();
    CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS)
        .execute(() -> Runtime.getRuntime().halt(1));
    AcceptanceTraining.run(List.of(arguments), System.out);
    System.exit(0);
  }
}
