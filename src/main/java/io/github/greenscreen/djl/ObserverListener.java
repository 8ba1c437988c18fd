package io.github.greenscreen.djl;

import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListenerAdapter;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;

/**
 * The DJL listener that forwards training events to a {@link TrainingObserver}, which reads the
 * power meter. The session provides the state of the training; DJL triggers the events.
 */
final class ObserverListener extends TrainingListenerAdapter {
  private final TrainingObserver observer;
  private final int batches;
  private int epoch;
  private int batch;
  private EpochResult result;

  /**
   * Create a listener that notifies {@code observer} of epochs from number {@code epoch} on, with
   * {@code batches} batches each.
   */
  ObserverListener(TrainingObserver observer, int batches, int epoch) {
    this.observer = observer;
    this.batches = batches;
    this.epoch = epoch;
  }

  /** Set the result of the epoch that is about to end. */
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
