package io.github.greenscreen.training.benchmark;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.Split;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.limit.StoppableTrainer;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Measures throughput by training a few short epochs, of which one counts: it follows those that
 * build, warm up and compile, and precedes one that quantises.
 */
public final class MeasuringEstimator implements ThroughputEstimator {
  private static final int STEPS = 2;
  private static final int MIN_IMAGES = 64;
  private static final int TEST_IMAGES = 1;
  private static final long SEED = 1;

  private final StoppableTrainer trainer;

  /** Measure {@code trainer}. */
  public MeasuringEstimator(Trainer trainer) {
    this.trainer = new StoppableTrainer(Objects.requireNonNull(trainer));
  }

  @Override
  public Speed measure(Hyperparameters hyperparameters, ImageSet images) {
    int wanted = Math.max(MIN_IMAGES, STEPS * hyperparameters.batchSize());
    int training = Math.min(wanted, images.size() / 2);
    int batch = Math.max(MIN_IMAGES, hyperparameters.batchSize());
    int validation = Math.min(batch, images.size() - training - TEST_IMAGES);
    Split split =
        new Split(
            IntStream.range(0, training).toArray(),
            IntStream.range(training, training + validation).toArray(),
            IntStream.range(training + validation, training + validation + TEST_IMAGES).toArray());
    ExecutionMode internal = hyperparameters.internal();
    Stopwatch watch = new Stopwatch(internal == ExecutionMode.JIT_COMPILATION ? 3 : 1);
    boolean quantises =
        internal == ExecutionMode.PRE_QUANTIZATION || internal == ExecutionMode.POST_QUANTIZATION;
    int epochs = watch.warmEpoch + (quantises ? 2 : 1);
    trainer.train(
        new TrainingJob(
            hyperparameters, epochs, SEED, images, split, Optional.empty(), Optional.empty()),
        watch);
    return new Speed(
        training / watch.warm.trainSeconds(), validation / watch.warm.validateSeconds());
  }

  @Override
  public void stop() {
    trainer.stop();
  }

  /** Records the epoch that counts. */
  private static final class Stopwatch implements TrainingObserver {
    private final int warmEpoch;
    private EpochResult warm;

    Stopwatch(int warmEpoch) {
      this.warmEpoch = warmEpoch;
    }

    @Override
    public void trainingBegins(EngineInfo preparation) {}

    @Override
    public void epochEnded(EpochResult result) {
      if (result.epoch() == warmEpoch) {
        warm = result;
      }
    }
  }
}
