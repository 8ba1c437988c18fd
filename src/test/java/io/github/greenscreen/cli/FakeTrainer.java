package io.github.greenscreen.cli;

import io.github.greenscreen.training.EpochResult;
import io.github.greenscreen.training.Preparation;
import io.github.greenscreen.training.Trainer;
import io.github.greenscreen.training.TrainingJob;
import io.github.greenscreen.training.TrainingObserver;
import io.github.greenscreen.training.TrainingResult;
import io.github.greenscreen.training.UnsupportedChoiceException;
import java.util.Map;

/** Trains nothing: accuracy grows by a fixed step with every epoch and with the batch size. */
final class FakeTrainer implements Trainer {
  @Override
  public TrainingResult train(TrainingJob job, TrainingObserver listener) {
    if (job.hyperparameters().precision().spelling().contains("16")) {
      throw new UnsupportedChoiceException("precision float16 comes later; take float32");
    }
    listener.trainingBegins(new Preparation(1234, Map.of("device", "a fake"), Map.of()));
    double accuracy = 0;
    for (int epoch = 0; epoch < job.epochs(); epoch++) {
      accuracy = 0.1 + 0.1 * epoch + job.hyperparameters().batchSize() / 1000.0;
      long now = System.currentTimeMillis();
      listener.batchEnded(epoch, 0, 1);
      listener.epochEnded(
          new EpochResult(
              epoch, 1.5, accuracy, 1.6, accuracy, 0.01, now - 2000, now, 1.5, 0.5, 0, 80));
    }
    return new TrainingResult(accuracy - 0.01, accuracy - 0.02, 0.1);
  }
}
