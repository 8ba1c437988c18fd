package io.github.greenscreen.training;

/** Hears of the progress of a training, on the training thread. */
public interface TrainingObserver {

  /** The network is built and the data is on the device; training is about to begin. */
  void trainingBegins(Preparation preparation);

  /**
   * Return how many pictures of the first training batch {@link #picturesSeen} is to show; it is
   * never called where that is 0. Asked before training begins.
   */
  default int picturesWanted() {
    return 0;
  }

  /** The first training batch is augmented: its first pictures, as many as wanted and there are. */
  default void picturesSeen(SeenPictures pictures) {}

  /** Step {@code batch} of {@code batches} of epoch {@code epoch} (all from 0) has ended. */
  default void batchEnded(int epoch, int batch, int batches) {}

  /** An epoch, its validation included, has ended. */
  void epochEnded(EpochResult result);
}
