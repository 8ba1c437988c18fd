package io.github.greenscreen.djl.acceptance;

import io.github.greenscreen.power.nvidia.Gpu;
import io.github.greenscreen.training.engine.EngineAcceptance.Check;
import io.github.greenscreen.training.engine.EngineAcceptance.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks whether losses on the device match those on the CPU. One child trains two epochs on the
 * CPU and saves its state after the first; another trains the second epoch on the device from that
 * state.
 */
final class LossCheck {
  private static final String PART = "losses";

  private final Child child;
  private final Path folder;
  private final boolean tf32;
  private final Consumer<Check> checks;
  private final Map<Mode, LossSequence> references = new LinkedHashMap<>();

  LossCheck(Child child, Path folder, boolean tf32, Consumer<Check> checks) {
    this.child = child;
    this.folder = folder;
    this.tf32 = tf32;
    this.checks = checks;
  }

  /** Check {@code modes}. */
  void run(List<Mode> modes) throws InterruptedException {
    train(Task.REFERENCE, modes, Map.of(), references::put);
    train(Task.COMPARE, List.copyOf(references.keySet()), Map.of(), this::judge);
  }

  /** Check {@code mode}, which was trained before, on {@code gpu} alone. */
  void compareOn(Gpu gpu, Mode mode) throws InterruptedException {
    if (references.containsKey(mode)) {
      train(
          Task.COMPARE,
          List.of(mode),
          Map.of("CUDA_VISIBLE_DEVICES", gpu.uuid()),
          (trained, losses) -> judge(trained, losses, "on " + gpu.name() + " " + gpu.uuid()));
    }
  }

  /** Takes the losses of a mode. */
  private interface Taker {
    void take(Mode mode, LossSequence losses);
  }

  /** Train until every mode has answered. A mode that crashes its process has failed. */
  private void train(Task task, List<Mode> modes, Map<String, String> environment, Taker taker)
      throws InterruptedException {
    List<Mode> waiting = new ArrayList<>(modes);
    while (!waiting.isEmpty()) {
      List<String> arguments = new ArrayList<>(List.of(task.word(), folder.toString()));
      waiting.forEach(mode -> arguments.add(mode.text()));
      Optional<String> failure =
          child.run(
              environment,
              (key, value) -> {
                Mode mode = Mode.parse(key);
                waiting.remove(mode);
                take(mode, value, taker);
              },
              arguments);
      if (failure.isPresent() && !waiting.isEmpty()) {
        checks.accept(check(Verdict.FAILED, waiting.remove(0), failure.get()));
      } else if (failure.isEmpty() && !waiting.isEmpty()) {
        throw new IllegalStateException("no answer for " + waiting);
      }
    }
  }

  private void take(Mode mode, String answer, Taker taker) {
    if (answer.startsWith(Answers.UNSUPPORTED)) {
      String reason = answer.substring(Answers.UNSUPPORTED.length());
      checks.accept(check(Verdict.SKIPPED, mode, reason));
    } else if (answer.startsWith(Answers.FAILED)) {
      String how = answer.substring(Answers.FAILED.length());
      checks.accept(check(Verdict.FAILED, mode, how));
    } else {
      taker.take(mode, LossSequence.parse(answer));
    }
  }

  private void judge(Mode mode, LossSequence losses) {
    judge(mode, losses, "");
  }

  private void judge(Mode mode, LossSequence losses, String where) {
    double distance = losses.distance(references.get(mode));
    double most = mode.tolerance(tf32);
    String found =
        String.format(
            Locale.ROOT, "off by %.2g of the CPU's, at most %.2g allowed", distance, most);
    Verdict verdict = distance <= most ? Verdict.PASSED : Verdict.FAILED;
    checks.accept(check(verdict, mode, where.isEmpty() ? found : where + ": " + found));
  }

  private static Check check(Verdict verdict, Mode mode, String found) {
    return new Check(verdict, PART, mode.description(), found);
  }
}
