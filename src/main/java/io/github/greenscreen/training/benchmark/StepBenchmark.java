package io.github.greenscreen.training.benchmark;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.Split;
import io.github.greenscreen.training.engine.DivergedException;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.limit.StoppableTrainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Measures the duration of a training step: images, forward and backward pass, update. Every step
 * is an epoch of its own, because the end of an epoch waits for the device. The first steps do not
 * count, because an engine compiles and allocates in them.
 */
public final class StepBenchmark {
  private static final int WARM_STEPS = 3;

  /** Steps that a compiling engine needs to be steady: one pass to profile, one to compile. */
  private static final int MIN_WARM_STEPS = 2;

  /** Seconds after which {@link #MIN_WARM_STEPS} suffice. */
  private static final double SLOW = 10;

  private static final int MAX_STEPS = 10_000;
  private static final long SEED = 1;

  private final StoppableTrainer trainer;
  private final double least;
  private final double most;

  /**
   * Benchmark {@code trainer}.
   *
   * @param least time to measure, after the first steps; at least one step is measured
   * @param most time after which to end a trial, first steps included; the current step is
   *     completed
   */
  public StepBenchmark(Trainer trainer, Duration least, Duration most) {
    this.trainer = new StoppableTrainer(Objects.requireNonNull(trainer));
    this.least = least.toNanos() / 1e9;
    this.most = most.toNanos() / 1e9;
  }

  /**
   * Measure steps with {@code hyperparameters} on the first of {@code images}. A small learning
   * rate keeps the trial from diverging.
   *
   * @throws UnsupportedChoiceException if the engine does not support the hyperparameters
   * @throws DivergedException if the loss is NaN or infinite
   */
  public Trial time(Hyperparameters hyperparameters, ImageSet images) {
    int size = images.size();
    int[] training = IntStream.range(0, hyperparameters.batchSize()).map(i -> i % size).toArray();
    Split split = new Split(training, new int[] {0}, new int[] {0});
    Watch watch = new Watch();
    try {
      trainer.train(
          new TrainingJob(
              hyperparameters, MAX_STEPS, SEED, images, split, Optional.empty(), Optional.empty()),
          watch);
    } catch (EnoughException e) {
      return watch.trial();
    }
    return watch.trial();
  }

  /** End the current trial soon, by an exception; callable from any thread. */
  public void stop() {
    trainer.stop();
  }

  /**
   * The result of a trial.
   *
   * @param preparation properties of the engine
   * @param stepSeconds seconds of every step that counts, at least one
   */
  public record Trial(EngineInfo preparation, List<Double> stepSeconds) {
    public Trial {
      stepSeconds = List.copyOf(stepSeconds);
    }
  }

  /** Records the duration of every step, and ends the training after enough steps. */
  private final class Watch implements TrainingObserver {
    private final List<Double> steps = new ArrayList<>();
    private EngineInfo preparation;

    @Override
    public void trainingBegins(EngineInfo ready) {
      preparation = ready;
    }

    @Override
    public void epochEnded(EpochResult result) {
      steps.add(result.trainSeconds() + result.compileSeconds());
      boolean steady = steps.size() > warmSteps();
      if (sum(steps) >= most || (steady && sum(counted()) >= least)) {
        throw new EnoughException();
      }
    }

    Trial trial() {
      return new Trial(preparation, counted());
    }

    /** Return the steps after the first ones, or else the last of these. */
    private List<Double> counted() {
      return steps.subList(Math.min(warmSteps(), steps.size() - 1), steps.size());
    }

    private int warmSteps() {
      boolean slow = steps.size() >= MIN_WARM_STEPS && sum(steps.subList(0, MIN_WARM_STEPS)) > SLOW;
      return slow ? MIN_WARM_STEPS : WARM_STEPS;
    }

    private static double sum(List<Double> seconds) {
      return seconds.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /** Unwinds the engine after enough steps. */
  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
