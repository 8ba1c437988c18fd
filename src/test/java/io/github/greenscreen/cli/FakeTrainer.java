package io.github.greenscreen.cli;

import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.training.engine.DivergedException;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import java.util.Map;

/**
 * Trains nothing: accuracy grows by a fixed step with every epoch and with the batch size. A
 * learning rate above 1000 diverges in the first epoch.
 */
final class FakeTrainer implements Trainer {
  @Override
  public TrainingResult train(TrainingJob job, TrainingObserver listener) {
    if (job.hyperparameters().precision().configName().contains("16")) {
      throw new UnsupportedChoiceException("precision float16 comes later; take float32");
    }
    listener.trainingBegins(
        new EngineInfo(NetworkSize.ofParameters(1234), Map.of("device", "a fake"), Map.of()));
    double accuracy = 0;
    if (job.hyperparameters().learningRate().initial() > 1000) {
      diverge(job, listener);
    }
    for (int epoch = 0; epoch < job.epochs() && !listener.endsEarly(); epoch++) {
      accuracy = 0.1 + 0.1 * epoch + job.hyperparameters().batchSize() / 1000.0;
      long now = System.currentTimeMillis();
      listener.batchEnded(epoch, 0, 1);
      listener.epochEnded(
          new EpochResult(
              epoch, 1.5, accuracy, 1.6, accuracy, 0.01, now - 2000, now, 1.5, 0.5, 0, 80));
    }
    return new TrainingResult(accuracy - 0.01, accuracy - 0.02, 0.1, Map.of());
  }

  private static void diverge(TrainingJob job, TrainingObserver listener) {
    long now = System.currentTimeMillis();
    double nan = Double.NaN;
    EpochResult last = new EpochResult(0, nan, 0.1, nan, nan, 0.01, now - 1000, now, 1, 0, 0, 80);
    listener.epochEnded(last);
    DivergedException.check(last, job.epochs());
  }
}
