package io.github.greenscreen.training;

/** Hears of the progress of a training, on the training thread. */
public interface TrainingObserver {

  /** The network is built and the data is on the device; training is about to begin. */
  void trainingBegins(EngineInfo preparation);

  /**
   * Return how many pictures of the first training batch {@link #picturesSeen} is to show; it is
   * never called where that is 0. Asked before training begins.
   */
  default int picturesWanted() {
    return 0;
  }

  /** The first training batch is augmented: its first pictures, as many as wanted and there are. */
  default void picturesSeen(AugmentedPreview pictures) {}

  /** Step {@code batch} of {@code batches} of epoch {@code epoch} (all from 0) has ended. */
  default void batchEnded(int epoch, int batch, int batches) {}

  /** An epoch, its validation included, has ended. */
  void epochEnded(EpochResult result);

  /**
   * The epoch that has just ended was told, and the training can go on from here later. Not called
   * after the last epoch of a network that was quantised in it.
   *
   * @param epochs how many epochs are done
   * @param state may be written now and never later
   */
  default void stateReady(int epochs, EngineState state) {}
}
