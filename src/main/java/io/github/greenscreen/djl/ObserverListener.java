package io.github.greenscreen.djl;

import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListenerAdapter;
import io.github.greenscreen.training.EpochResult;
import io.github.greenscreen.training.TrainingObserver;

/**
 * The DJL listener through which the rest of the program follows a training; the observer behind it
 * reads the power meter. The session tells it where the training stands, DJL when something
 * happens.
 */
final class ObserverListener extends TrainingListenerAdapter {
  private final TrainingObserver observer;
  private final int batches;
  private int epoch;
  private int batch;
  private EpochResult result;

  /** Tell {@code observer} of epochs from number {@code epoch} on, {@code batches} in each. */
  ObserverListener(TrainingObserver observer, int batches, int epoch) {
    this.observer = observer;
    this.batches = batches;
    this.epoch = epoch;
  }

  /** Note what the epoch that is about to end achieved. */
  void achieved(EpochResult result) {
    this.result = result;
  }

  @Override
  public void onTrainingBatch(Trainer trainer, BatchData batchData) {
    observer.batchEnded(epoch, batch++, batches);
  }

  @Override
  public void onEpoch(Trainer trainer) {
    observer.epochEnded(result);
    epoch++;
    batch = 0;
  }
}
