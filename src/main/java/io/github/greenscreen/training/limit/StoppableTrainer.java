package io.github.greenscreen.training.limit;

import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;

/**
 * A trainer whose training ends at the next batch, by an exception, after a stop request. If the
 * process ended while a native engine computes, the engine would lose its memory and crash.
 */
public final class StoppableTrainer implements Trainer {
  private final Trainer trainer;
  private final StopRequest stop = new StopRequest();

  public StoppableTrainer(Trainer trainer) {
    this.trainer = trainer;
  }

  @Override
  public TrainingResult train(TrainingJob job, TrainingObserver listener) {
    return trainer.train(job, new StoppableObserver(listener, stop));
  }

  /** End the current training and every later one; callable from any thread. */
  public void stop() {
    stop.stopNow();
  }
}
