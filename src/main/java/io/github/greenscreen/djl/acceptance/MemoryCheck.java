package io.github.greenscreen.djl.acceptance;

import io.github.greenscreen.training.engine.EngineAcceptance.Check;
import io.github.greenscreen.training.engine.EngineAcceptance.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks whether host memory stays flat over epochs with a checkpoint each. */
final class MemoryCheck {
  private static final String PART = "memory";
  private static final String SUBJECT = "12 epochs of resnet50, Adam";

  /** Epochs in which an engine allocates its permanent memory. */
  private static final int WARM_UP_EPOCHS = 4;

  /**
   * A checkpoint of ResNet-50 with Adam takes 282 MB, so this bound reveals a leak of one of its
   * parts.
   */
  private static final double MAX_MIB = 48;

  private static final double KIB_PER_MIB = 1024;

  private final Child child;
  private final Path folder;
  private final Consumer<Check> checks;
  private final List<Double> residentMiB = new ArrayList<>();
  private final List<Integer> arrays = new ArrayList<>();

  MemoryCheck(Child child, Path folder, Consumer<Check> checks) {
    this.child = child;
    this.folder = folder;
    this.checks = checks;
  }

  void run() throws InterruptedException {
    Optional<String> failure =
        child.run(Map.of(), this::take, List.of(Task.MEMORY.word(), folder.toString()));
    checks.accept(failure.map(reason -> check(Verdict.FAILED, reason)).orElseGet(this::judge));
  }

  private void take(String epoch, String value) {
    String[] numbers = value.split(" ", -1);
    residentMiB.add(Long.parseLong(numbers[0]) / KIB_PER_MIB);
    arrays.add(Integer.valueOf(numbers[1]));
  }

  private Check judge() {
    double before = residentMiB.get(WARM_UP_EPOCHS - 1);
    double after = residentMiB.get(residentMiB.size() - 1);
    int more = arrays.get(arrays.size() - 1) - arrays.get(WARM_UP_EPOCHS - 1);
    boolean flat = after - before <= MAX_MIB && more <= 0;
    return check(
        flat ? Verdict.PASSED : Verdict.FAILED,
        String.format(
            Locale.ROOT,
            "%.0f MiB after epoch %d, %.0f MiB after epoch %d, at most %.0f more allowed;"
                + " %d more open arrays, none allowed",
            before,
            WARM_UP_EPOCHS,
            after,
            residentMiB.size(),
            MAX_MIB,
            more));
  }

  private static Check check(Verdict verdict, String found) {
    return new Check(verdict, PART, SUBJECT, found);
  }
}
