package io.github.greenscreen.cli;

import io.github.greenscreen.power.MonotonicClock;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Trains nothing, in epochs of a stated length, after a warm-up that belongs to no epoch. */
final class TimedFakeTrainer implements Trainer {
  /** Where the warm-up begins within a second, so that it is the same in every test. */
  private static final long PHASE_MILLIS = 300;

  private final long warmUpMillis;
  private final long epochMillis;
  private final LongConsumer begin;
  private volatile long startMillis;
  private volatile long endMillis;

  /**
   * Train at a stated pace.
   *
   * @param begin is told when the machine begins to work, in milliseconds since 1970
   */
  TimedFakeTrainer(long warmUpMillis, long epochMillis, LongConsumer begin) {
    this.warmUpMillis = warmUpMillis;
    this.epochMillis = epochMillis;
    this.begin = begin;
  }

  @Override
  public TrainingResult train(TrainingJob job, TrainingObserver listener) {
    listener.trainingBegins(
        new EngineInfo(NetworkSize.ofParameters(1234), Map.of("device", "a fake"), Map.of()));
    long now = MonotonicClock.millis();
    sleepUntil(now + Math.floorMod(PHASE_MILLIS - now, 1000L));
    begin.accept(MonotonicClock.millis());
    sleepUntil(MonotonicClock.millis() + warmUpMillis);
    startMillis = MonotonicClock.millis();
    endMillis = startMillis;
    for (int epoch = 0; epoch < job.epochs(); epoch++) {
      long from = endMillis;
      sleepUntil(from + epochMillis);
      listener.batchEnded(epoch, 0, 1);
      endMillis = from + epochMillis;
      double seconds = epochMillis / 1000.0;
      listener.epochEnded(
          new EpochResult(epoch, 1.5, 0.5, 1.6, 0.5, 0.01, from, endMillis, seconds, 0, 0, 80));
    }
    return new TrainingResult(0.5, 0.5, 0.1, Map.of());
  }

  /** Return the first moment of the first epoch in milliseconds since 1970. */
  long startMillis() {
    return startMillis;
  }

  /** Return the last moment of the last epoch. */
  long endMillis() {
    return endMillis;
  }

  private static void sleepUntil(long millis) {
    while (MonotonicClock.millis() < millis) {
      LockSupport.parkNanos(1_000_000 * Math.max(1, millis - MonotonicClock.millis()));
    }
  }
}
