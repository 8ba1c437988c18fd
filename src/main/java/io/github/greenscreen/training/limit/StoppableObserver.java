package io.github.greenscreen.training.limit;

import io.github.greenscreen.training.engine.AugmentedPreview;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EngineState;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;

/**
 * Stops an engine from its callbacks: forwards every event, then throws if a stop is requested or a
 * limit is exceeded. A native engine must not be cut off by the end of the process, which frees
 * memory that the engine still uses.
 */
public final class StoppableObserver implements TrainingObserver {
  /** Reason of a run that was stopped in this way. */
  public static final String REASON = "the process was asked to stop";

  private final TrainingObserver next;
  private final TrainingGuard bounds;
  private final StopRequest stop;
  private final int total;

  /** Stop only on request. */
  public StoppableObserver(TrainingObserver next, StopRequest stop) {
    this(next, TrainingGuard.NONE, stop, Integer.MAX_VALUE);
  }

  /**
   * Stop also if {@code bounds} throw.
   *
   * @param total epochs of the run; after the last of them it is completed rather than stopped
   */
  public StoppableObserver(
      TrainingObserver next, TrainingGuard bounds, StopRequest stop, int total) {
    this.next = next;
    this.bounds = bounds;
    this.stop = stop;
    this.total = total;
  }

  @Override
  public int previewSize() {
    return next.previewSize();
  }

  @Override
  public void previewReady(AugmentedPreview preview) {
    next.previewReady(preview);
  }

  @Override
  public void trainingBegins(EngineInfo preparation) {
    next.trainingBegins(preparation);
    bounds.trainingBegins();
    // No epoch is in progress that could be completed first.
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
    bounds.epochEnded((result.endMillis() - result.startMillis()) / 1000.0);
    stopIfAsked();
  }

  @Override
  public boolean wantsStoredSize() {
    return next.wantsStoredSize();
  }

  @Override
  public boolean endsEarly() {
    return next.endsEarly();
  }

  @Override
  public void stateReady(int epochs, EngineState state) {
    next.stateReady(epochs, state);
    if (epochs < total && !endsEarly()) {
      stopBetweenEpochs();
    }
  }

  /** Limits come first: a run that exceeds one must not continue after a resume. */
  private void stopBetweenEpochs() {
    bounds.epochFollows();
    if (stop.isAfterEpoch()) {
      throw new StoppedException();
    }
  }

  private void stopIfAsked() {
    if (stop.isNow()) {
      throw new StoppedException();
    }
    bounds.stepEnded();
  }

  /** Unwinds the engine after a stop request. */
  public static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super(REASON);
    }
  }
}
