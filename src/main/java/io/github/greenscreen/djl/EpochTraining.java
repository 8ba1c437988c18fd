package io.github.greenscreen.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.training.listener.TrainingListener.BatchData;
import io.github.greenscreen.djl.data.Augmenter;
import io.github.greenscreen.djl.data.DeviceBatches;
import io.github.greenscreen.djl.data.ImageBatch;
import io.github.greenscreen.djl.metric.EvaluationResult;
import io.github.greenscreen.djl.metric.PhaseTimer;
import io.github.greenscreen.training.engine.TrainingJob;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains a network for one epoch after another. The order of images and everything else that is
 * random follow from the seed of the job and the epoch. Not thread-safe.
 */
final class EpochTraining {
  /** Steps between two checks of the loss within an epoch; each check waits for the device. */
  private static final int STEPS_PER_LOOK = 100;

  private final TrainingJob job;
  private final TrainingComponents parts;
  private final Augmenter augmenter;
  private final PhaseTimer clock;
  private final SplittableRandom random;

  EpochTraining(TrainingJob job, TrainingComponents parts, Augmenter augmenter, PhaseTimer clock) {
    this.job = job;
    this.parts = parts;
    this.augmenter = augmenter;
    this.clock = clock;
    random = new SplittableRandom(job.seed());
  }

  /** Advance the random numbers by {@code epochs} epochs, which an earlier process trained. */
  void skip(int epochs) {
    for (int epoch = 0; epoch < epochs; epoch++) {
      order().forEach(batch -> random.split());
    }
  }

  /** Train until the epoch is over, or until the loss is not finite if that ends the run. */
  EvaluationResult train(int epoch) {
    clock.start();
    seedEngine(epoch);
    NDManager manager = parts.trainer.getManager();
    try (DeviceBatches batches = DeviceBatches.drawn(manager, order(), augmenter, epoch, random)) {
      for (int i = 0; i < batches.count(); i++) {
        trainBatch(batches, i);
        boolean looks = (i + 1) % STEPS_PER_LOOK == 0 && !job.continuesOnNan();
        if (looks && !parts.tally.isFinite()) {
          break;
        }
      }
      EvaluationResult score = parts.tally.take();
      clock.awaited();
      return score;
    }
  }

  private List<int[]> order() {
    int size = job.hyperparameters().batchSize();
    return Batches.shuffled(job.split().training(), size, random);
  }

  /**
   * Seed the engine's generator, from which dropout draws, so that an epoch draws the same numbers
   * whether or not the run was resumed.
   */
  private void seedEngine(int epoch) {
    long mixed = new SplittableRandom(job.seed() + ((epoch + 1L) << Integer.SIZE)).nextLong();
    Engine.getEngine("PyTorch").setRandomSeed((int) (mixed >>> (Long.SIZE - Integer.SIZE + 1)));
  }

  private void trainBatch(DeviceBatches batches, int i) {
    try (NDManager manager = parts.trainer.getManager().newSubManager()) {
      ImageBatch batch = parts.images.batch(batches.get(manager, i), augmenter);
      int accumulate = job.hyperparameters().accumulate();
      int from = i - i % accumulate;
      int to = Math.min(from + accumulate, batches.count());
      int images = IntStream.range(from, to).map(batches::size).sum();
      parts.step.run(batch, (double) batches.size(i) / images, i == to - 1);
      if (i == to - 1) {
        parts.pruner.ifPresent(
            pruner -> pruner.afterStep(parts.trainable(), parts.optimizer.steps()));
        parts.average.ifPresent(
            average -> average.update(parts.trainable(), parts.optimizer.steps()));
      }
    }
    parts.trainer.notifyListeners(
        each -> each.onTrainingBatch(parts.trainer, new BatchData(null, Map.of(), Map.of())));
    clock.trained(batches.size(i));
  }
}
