package io.github.greenscreen.training;

/**
 * Lets an engine hear that its training shall end: passes every event on, and then throws if
 * somebody has asked or a limit is passed. An engine in native code must not be cut off by the end
 * of the process, which takes its memory away while it works.
 */
final class StoppableObserver implements TrainingObserver {
  /** Why a run ended that was stopped like this. */
  static final String REASON = "the process was told to stop";

  private final TrainingObserver next;
  private final Runnable limits;
  private final StopSwitch stop;
  private final int total;

  /** Stop only where somebody asks. */
  StoppableObserver(TrainingObserver next, StopSwitch stop) {
    this(next, () -> {}, stop, Integer.MAX_VALUE);
  }

  /**
   * Stop as well where {@code limits} throws.
   *
   * @param total epochs of the run; after the last of them it is completed rather than stopped
   */
  StoppableObserver(TrainingObserver next, Runnable limits, StopSwitch stop, int total) {
    this.next = next;
    this.limits = limits;
    this.stop = stop;
    this.total = total;
  }

  @Override
  public int picturesWanted() {
    return next.picturesWanted();
  }

  @Override
  public void picturesSeen(SeenPictures pictures) {
    next.picturesSeen(pictures);
  }

  @Override
  public void trainingBegins(Preparation preparation) {
    next.trainingBegins(preparation);
    // No epoch is in progress that could be ended first.
    stopBetweenEpochs();
  }

  @Override
  public void batchEnded(int epoch, int batch, int batches) {
    next.batchEnded(epoch, batch, batches);
    stopIfAsked();
  }

  @Override
  public void epochEnded(EpochResult result) {
    next.epochEnded(result);
    stopIfAsked();
  }

  @Override
  public void stateReady(int epochs, EngineState state) {
    next.stateReady(epochs, state);
    if (epochs < total) {
      stopBetweenEpochs();
    }
  }

  private void stopBetweenEpochs() {
    if (stop.isAfterEpoch()) {
      throw new StoppedException();
    }
    limits.run();
  }

  private void stopIfAsked() {
    if (stop.isNow()) {
      throw new StoppedException();
    }
    limits.run();
  }

  /** Unwinds an engine. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super(REASON);
    }
  }
}
