package io.github.greenscreen.training;

/** Hears of the progress of a training, on the training thread. */
public interface TrainingObserver {

  /** The network is built and the data is on the device; training is about to begin. */
  void trainingBegins(Preparation preparation);

  /** Step {@code batch} of {@code batches} of epoch {@code epoch} (all from 0) has ended. */
  default void batchEnded(int epoch, int batch, int batches) {}

  /** An epoch, its validation included, has ended. */
  void epochEnded(EpochResult result);
}
