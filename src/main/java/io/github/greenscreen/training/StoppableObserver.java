package io.github.greenscreen.training;

import java.util.function.BooleanSupplier;

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
  private final BooleanSupplier stopping;

  /** Stop only where somebody asks. */
  StoppableObserver(TrainingObserver next, BooleanSupplier stopping) {
    this(next, () -> {}, stopping);
  }

  /** Stop as well where {@code limits} throws. */
  StoppableObserver(TrainingObserver next, Runnable limits, BooleanSupplier stopping) {
    this.next = next;
    this.limits = limits;
    this.stopping = stopping;
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
    stopIfAsked();
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

  private void stopIfAsked() {
    if (stopping.getAsBoolean()) {
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
