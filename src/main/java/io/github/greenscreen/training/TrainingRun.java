package io.github.greenscreen.training;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.engine.EngineException;
import io.github.greenscreen.power.MonotonicClock;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.lock.LockedException;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.training.checkpoint.CheckpointSchedule;
import io.github.greenscreen.training.checkpoint.PreviousAttempts;
import io.github.greenscreen.training.energy.PowerRecorder;
import io.github.greenscreen.training.engine.DivergedException;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.limit.LimitExceededException;
import io.github.greenscreen.training.limit.RunLimitMonitor;
import io.github.greenscreen.training.limit.StopRequest;
import io.github.greenscreen.training.limit.StoppableObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains one run from its folder: loads and splits the images, lets an engine train, reads the
 * power meter throughout, and records every epoch when it ends. Any failure becomes a state with a
 * reason, and everything recorded before it is kept. Trains one run at a time; the meter and the
 * engine stay open.
 */
public final class TrainingRun {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

  private final Trainer trainer;
  private final PowerMeter meter;
  private final Duration period;
  private final TrainingJobFactory jobs;
  private final Clock clock;
  private final RuntimeEnvironment environment;
  private final StopRequest stop = new StopRequest();
  private OptionalInt checkpointEvery = OptionalInt.empty();

  /** Train with {@code trainer}, read {@code meter} every second, and use the real data sets. */
  public TrainingRun(Trainer trainer, PowerMeter meter) {
    this(trainer, meter, PowerSampler.DEFAULT_PERIOD);
  }

  /** Read {@code meter} every {@code period}, which must be above zero. */
  public TrainingRun(Trainer trainer, PowerMeter meter, Duration period) {
    this(
        trainer,
        meter,
        period,
        DataSets::open,
        MonotonicClock.in(ZoneId.systemDefault()),
        RuntimeEnvironment.ofThisProcess());
  }

  /**
   * Create it with all dependencies.
   *
   * @param period interval between two readings of the meter
   * @param source source of the images
   * @param clock provides the time and the time zone of records
   * @param environment the machine and software of the run
   */
  public TrainingRun(
      Trainer trainer,
      PowerMeter meter,
      Duration period,
      ImageSource source,
      Clock clock,
      RuntimeEnvironment environment) {
    this.trainer = Objects.requireNonNull(trainer);
    this.meter = Objects.requireNonNull(meter);
    this.period = Objects.requireNonNull(period);
    this.jobs = new TrainingJobFactory(Objects.requireNonNull(source));
    this.clock = Objects.requireNonNull(clock);
    this.environment = Objects.requireNonNull(environment);
  }

  /**
   * Write a checkpoint after every {@code epochs} epochs, 0 for never. By default, checkpoints are
   * written after the first and the last epoch and whenever a minute has passed since the last one.
   * Return this.
   */
  public TrainingRun withCheckpointEvery(int epochs) {
    checkpointEvery = OptionalInt.of(epochs);
    return this;
  }

  /**
   * Train the run of {@code folder}, report to {@code extra} as well, and return the final status,
   * which is also on disk. A failure is not an exception: the state is failed and the reason a
   * sentence. If the training diverges, the run ends as stopped. If the folder has a valid
   * checkpoint, the run resumes from it with the same numbers as without the interruption: to the
   * last digit on processors, on GPUs up to the order of float additions. Otherwise rows of an
   * earlier attempt are discarded first.
   *
   * @throws LockedException if another process trains it; nothing is changed then
   * @throws RunFolderException if the folder cannot be read or written, its run is completed, or
   *     its checkpoint belongs to another training; nothing is changed then, except that a waiting
   *     run is marked as failed
   */
  public RunStatus train(RunFolder folder, TrainingObserver extra) {
    RunPlan plan = folder.readPlan();
    return folder.lock().during(() -> trainAlone(folder, plan, extra));
  }

  private RunStatus trainAlone(RunFolder folder, RunPlan plan, TrainingObserver extra) {
    RunStatus status = folder.readStatus();
    refuse(folder, status);
    ResumePoint from = ResumePoint.of(folder, plan, status);
    RunStatus running = begun(status, from);
    folder.writeStatus(running);
    PreviousAttempts earlier = from.takeUp();
    folder.writePlan(plan);
    RunLimitMonitor limits =
        new RunLimitMonitor(folder, running.limits(), earlier.spent().bridgedWh());
    try (PowerSampler sampler = PowerSampler.start(meter, period, kept(folder, limits))) {
      PowerRecorder power = new PowerRecorder(meter, sampler, period);
      RunRecorder recorder = new RunRecorder(folder, plan, running, earlier, power, clock, extra);
      RunStatus ended = attempt(folder, plan, from, recorder, limits);
      keepPlan(folder, plan);
      return ended;
    }
  }

  /** Rewrite the plan if the file has become unreadable meanwhile. */
  private static void keepPlan(RunFolder folder, RunPlan plan) {
    try {
      folder.readPlan();
    } catch (RunFolderException e) {
      LOG.warn("{}; rewriting it", e.getMessage());
      try {
        folder.writePlan(plan);
      } catch (RunFolderException gone) {
        LOG.error("{}", gone.getMessage());
      }
    }
  }

  /**
   * Request the end of the current training after the current batch. Its state will be interrupted,
   * and training since the last checkpoint is lost. Callable from any thread.
   */
  public void stop() {
    stop.stopNow();
  }

  /**
   * Request the end of the current training after its epoch and a checkpoint. Its state will be
   * interrupted, or completed if that was the last epoch. Callable from any thread.
   */
  public void stopAfterEpoch() {
    stop.stopAfterEpoch();
  }

  private RunStatus begun(RunStatus status, ResumePoint from) {
    Instant now = clock.instant();
    Instant started = from.exists() ? status.started().orElse(now) : now;
    RunEnvironment known = environment.toRunEnvironment().with(from.entries());
    // An idle power that was measured for an earlier attempt does not hold for a new start.
    boolean idleHolds = from.exists() || status.state() == RunState.WAITING;
    RunStatus planned = idleHolds ? status : status.withMeasurements(RunMeasurements.NONE);
    return planned.begun(started, known);
  }

  /** Limits add up the power of the best meter only, even if a worse one is read beside it. */
  private Consumer<List<PowerSample>> kept(RunFolder folder, RunLimitMonitor limits) {
    return reading -> {
      String best = meter.name();
      limits.observe(
          reading.stream()
              .filter(s -> Double.isNaN(s.powerW()) || meter.meterOf(s.device()).equals(best))
              .toList());
      folder.appendPower(reading);
    };
  }

  private RunStatus attempt(
      RunFolder folder,
      RunPlan plan,
      ResumePoint from,
      RunRecorder recorder,
      RunLimitMonitor limits) {
    try {
      recorder.begin(PowerMeter.PATIENCE);
      TrainingJob job = prepare(folder, plan, recorder);
      TrainingJob rest = from.apply(job, recorder, schedule(job.epochs()), stop);
      return perform(folder, plan, rest, recorder, limits);
    } catch (StoppableObserver.StoppedException e) {
      return recorder.finish(RunState.INTERRUPTED, StoppableObserver.REASON);
    } catch (UnsupportedChoiceException | DataException | EngineException | RunFolderException e) {
      LOG.debug("run {} failed", folder.name(), e);
      return recorder.finish(RunState.FAILED, FailureMessage.ofSentence(e));
    } catch (RuntimeException | VirtualMachineError | LinkageError e) {
      LOG.debug("run {} failed", folder.name(), e);
      return recorder.finish(RunState.FAILED, FailureMessage.ofUnexpected(e, plan));
    }
  }

  private RunStatus perform(
      RunFolder folder,
      RunPlan plan,
      TrainingJob job,
      RunRecorder recorder,
      RunLimitMonitor limits) {
    TrainingResult result;
    try {
      result = trainer.train(job, new StoppableObserver(recorder, limits, stop, job.epochs()));
    } catch (LimitExceededException e) {
      recorder.end();
      recorder.measured(e::recordIn);
      RunPurpose purpose = recorder.status().purpose();
      if (purpose == RunPurpose.SWEEP || purpose == RunPurpose.PROFILE) {
        // Such runs are not resumed, and there may be many.
        recorder.dropCheckpoints();
      }
      return recorder.finish(RunState.STOPPED, e.getMessage());
    } catch (DivergedException e) {
      return stopped(recorder, FailureMessage.ofDivergence(e, plan));
    }
    recorder.end(result);
    result.evaluations().forEach((split, found) -> folder.writeConfusion(split, found.confusion()));
    folder.writeSparsities(result.sparsities());
    folder.writeResult(
        plan, new RunResult(recorder.network(), result.testAccuracy(), result.testF1()));
    RunStatus completed = recorder.complete();
    recorder.dropCheckpoints();
    return completed;
  }

  /** Such a run is not resumed, because it would diverge again. */
  private static RunStatus stopped(RunRecorder recorder, String reason) {
    recorder.end();
    recorder.dropCheckpoints();
    return recorder.finish(RunState.STOPPED, reason);
  }

  private Optional<CheckpointSchedule> schedule(int epochs) {
    return checkpointEvery.equals(OptionalInt.of(0))
        ? Optional.empty()
        : Optional.of(new CheckpointSchedule(checkpointEvery, epochs, clock));
  }

  private TrainingJob prepare(RunFolder folder, RunPlan plan, RunRecorder recorder) {
    long begin = clock.millis();
    TrainingJob job = jobs.make(folder, plan, recorder.status());
    recorder.loaded((clock.millis() - begin) / 1000.0);
    return job;
  }

  private static void refuse(RunFolder folder, RunStatus status) {
    if (status.state() == RunState.COMPLETED) {
      throw new RunFolderException(
          "run %s (%s) is already completed; train a new run instead"
              .formatted(folder.name(), folder.path()));
    }
  }
}
