package io.github.greenscreen.training;

/**
 * A trainer whose training ends at the next batch, by an exception, once somebody says so: a
 * process that ends while an engine in native code computes takes its memory away and crashes.
 */
final class StoppableTrainer implements Trainer {
  private final Trainer trainer;
  private final StopRequest stop = new StopRequest();

  StoppableTrainer(Trainer trainer) {
    this.trainer = trainer;
  }

  @Override
  public TrainingResult train(TrainingJob job, TrainingObserver listener) {
    return trainer.train(job, new StoppableObserver(listener, stop));
  }

  /** End this training and every later one; callable from any thread. */
  void stop() {
    stop.stopNow();
  }
}
