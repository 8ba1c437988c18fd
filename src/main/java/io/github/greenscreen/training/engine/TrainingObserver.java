package io.github.greenscreen.training.engine;

/** Receives the progress of a training, on the training thread. */
public interface TrainingObserver {

  /** The network is built and the data are on the device; training is about to begin. */
  void trainingBegins(EngineInfo preparation);

  /**
   * Return the number of images of the first training batch for {@link #previewReady}, which is not
   * called if that is 0. Called before training begins.
   */
  default int previewSize() {
    return 0;
  }

  /**
   * The first training batch is augmented; receives its first images, up to the requested number.
   */
  default void previewReady(AugmentedPreview preview) {}

  /** Step {@code batch} of {@code batches} of epoch {@code epoch} (all from 0) has ended. */
  default void batchEnded(int epoch, int batch, int batches) {}

  /** An epoch, its validation included, has ended. */
  void epochEnded(EpochResult result);

  /**
   * Return whether training ends with the epoch that was reported last, although more are planned.
   */
  default boolean endsEarly() {
    return false;
  }

  /**
   * Return whether the result is to tell the zeros and the bytes of the network. Compressing large
   * networks takes seconds.
   */
  default boolean wantsStoredSize() {
    return false;
  }

  /**
   * The epoch that has just ended was reported, and the training can be resumed from here. Not
   * called after the last epoch if the network was quantised in it.
   *
   * @param epochs number of completed epochs
   * @param state can be written during this call only
   */
  default void stateReady(int epochs, EngineState state) {}
}
