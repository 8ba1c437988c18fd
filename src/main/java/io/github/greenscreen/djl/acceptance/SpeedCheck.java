package io.github.greenscreen.djl.acceptance;

import io.github.greenscreen.training.engine.EngineAcceptance.Check;
import io.github.greenscreen.training.engine.EngineAcceptance.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures the speed of training steps, and counts how often a step reads a number back from the
 * device, for which it waits on a GPU.
 */
final class SpeedCheck {
  private static final String PART = "speed";
  private static final String BATCH = "batch ";

  /** The one allowed read-back is that of the learning rate, which is on the host. */
  private static final double MAX_READ_BACKS = 1;

  private final Child child;
  private final Path folder;
  private final boolean gpu;
  private final Consumer<Check> checks;

  SpeedCheck(Child child, Path folder, boolean gpu, Consumer<Check> checks) {
    this.child = child;
    this.folder = folder;
    this.gpu = gpu;
    this.checks = checks;
  }

  void run() throws InterruptedException {
    Optional<String> failure =
        child.run(Map.of(), this::take, List.of(Task.SPEED.word(), folder.toString()));
    failure.ifPresent(
        reason -> checks.accept(new Check(Verdict.FAILED, PART, "steps of training", reason)));
  }

  private void take(String key, String value) {
    checks.accept(key.startsWith(BATCH) ? speed(key, value) : step(key, value));
  }

  private static Check speed(String batch, String imagesPerSecond) {
    return new Check(
        Verdict.PASSED,
        PART,
        "resnet50, " + batch,
        String.format(Locale.ROOT, "%.1f images/s", Double.valueOf(imagesPerSecond)));
  }

  /** On a CPU, kernels read back without waiting, so their read-backs are not judged. */
  private Check step(String mode, String value) {
    String[] numbers = value.split(" ", -1);
    double readBacks = Double.parseDouble(numbers[1]);
    String limit = gpu ? ", at most 1 allowed" : ", which do not stall a CPU";
    return new Check(
        gpu && readBacks > MAX_READ_BACKS ? Verdict.FAILED : Verdict.PASSED,
        PART,
        "resnet20, a " + mode,
        String.format(
            Locale.ROOT, "%s operations, %.3g read-backs%s", numbers[0], readBacks, limit));
  }
}
