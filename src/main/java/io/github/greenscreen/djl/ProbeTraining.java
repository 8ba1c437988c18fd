package io.github.greenscreen.djl;

import io.github.greenscreen.djl.selftest.Answer;
import io.github.greenscreen.djl.selftest.EngineSettings;
import io.github.greenscreen.djl.selftest.Workload;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The few training steps of a self-test, in a child process that may crash. */
public final class ProbeTraining implements TrainingObserver {
  private double fastestStep = Double.POSITIVE_INFINITY;
  private Optional<String> notFinite = Optional.empty();

  private ProbeTraining() {}

  /**
   * Train and write an answer, unless the engine crashes the process first.
   *
   * @param workload text of a {@link Workload}
   * @param settings text of {@link EngineSettings}
   * @param answer the file to write
   * @throws IOException if the answer cannot be written
   */
  public static void run(String workload, String settings, Path answer) throws IOException {
    train(Workload.parse(workload), EngineSettings.parse(settings).orElseThrow()).write(answer);
  }

  private static Answer train(Workload workload, EngineSettings settings) {
    ProbeTraining training = new ProbeTraining();
    try {
      new DjlTrainer(settings).train(workload.job(), training);
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      return training
          .notFinite
          .map(Answer::notFinite)
          .orElseGet(() -> Answer.refused("failed: " + FailureReason.of(e)));
    }
    return training
        .notFinite
        .map(Answer::notFinite)
        .orElseGet(() -> Answer.passed(workload.batchSize() / training.fastestStep));
  }

  @Override
  public void trainingBegins(EngineInfo preparation) {}

  @Override
  public void epochEnded(EpochResult result) {
    check("training", result.epoch(), result.loss());
    check("validation", result.epoch(), result.validationLoss());
    if (Workload.counts(result.epoch())) {
      fastestStep = Math.min(fastestStep, result.trainSeconds() + result.compileSeconds());
    }
  }

  private void check(String what, int epoch, double loss) {
    if (!Double.isFinite(loss) && notFinite.isEmpty()) {
      notFinite = Optional.of("gave a %s loss of %s in step %s".formatted(what, loss, epoch + 1));
    }
  }
}
