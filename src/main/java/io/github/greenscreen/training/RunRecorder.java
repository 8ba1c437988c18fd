package io.github.greenscreen.training;

import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.run.EpochLog;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.evaluation.ClassificationScores;
import io.github.greenscreen.run.model.EnergyCounterReading;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.model.TimedPhase;
import io.github.greenscreen.training.checkpoint.CheckpointWriter;
import io.github.greenscreen.training.checkpoint.PreviousAttempts;
import io.github.greenscreen.training.energy.EnergyAccumulator;
import io.github.greenscreen.training.energy.EnergyTotals;
import io.github.greenscreen.training.energy.PowerRecorder;
import io.github.greenscreen.training.engine.AugmentedPreview;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EngineState;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the results of the engine and the readings of the meter into the run folder as they
 * arrive. Energy and mean power of an epoch are those of exactly its time, as far as they are known
 * when it ends: nothing waits for the meter, and the last power is held until the end (see {@link
 * io.github.greenscreen.power.PowerTrace}). The energy of the run is summed after the last sample.
 * Confined to the training thread.
 */
final class RunRecorder implements TrainingObserver {
  private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

  private static final double MILLIS = 1000;

  private final RunFolder folder;
  private final EpochLog log;
  private final EpochRowFactory rows;
  private final PatienceMonitor patience;
  private final PowerRecorder power;
  private final Clock clock;
  private final TrainingObserver extra;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private RunStatus status;
  private NetworkSize network;
  private long loadedMillis;
  private long lastMillis;
  private final EnergyAccumulator energy = new EnergyAccumulator();
  private final PreviousAttempts earlier;
  private Optional<CheckpointWriter> checkpoints = Optional.empty();

  /**
   * Record into {@code folder}, whose {@code status} is running.
   *
   * @param plan the plan of the run
   * @param earlier the work of earlier processes on the run
   */
  RunRecorder(
      RunFolder folder,
      RunPlan plan,
      RunStatus status,
      PreviousAttempts earlier,
      PowerRecorder power,
      Clock clock,
      TrainingObserver extra) {
    this.folder = folder;
    this.log = folder.log(folder.readLogLines());
    this.rows = new EpochRowFactory(power, clock);
    this.patience = new PatienceMonitor(plan, earlier.isNone() ? List.of() : folder.readEpochs());
    this.status = status;
    this.power = power;
    this.clock = clock;
    this.loadedMillis = clock.millis();
    this.extra = extra;
    this.earlier = earlier;
    seconds.putAll(earlier.seconds());
  }

  /**
   * Write the row before training, once the meter has answered or {@code timeout} is over; a
   * resumed run already has it.
   */
  void begin(Duration timeout) {
    timed(TimedPhase.METER, () -> power.awaitFirstReading(timeout));
    learn(power.meterFacts(), Map.of());
    if (earlier.isNone()) {
      log.append(rows.idle("pre"));
    }
  }

  void loaded(double loadSeconds) {
    add(TimedPhase.LOAD, loadSeconds);
    loadedMillis = clock.millis();
  }

  private void timed(TimedPhase phase, Runnable work) {
    long begin = clock.millis();
    work.run();
    add(phase, secondsSince(begin));
  }

  private double secondsSince(long beginMillis) {
    return (clock.millis() - beginMillis) / MILLIS;
  }

  private void add(TimedPhase phase, double more) {
    seconds.merge(phase.configName(), more, Double::sum);
  }

  /** Write checkpoints with {@code writer} from now on. */
  void keepCheckpoints(CheckpointWriter writer) {
    checkpoints = Optional.of(writer);
  }

  @Override
  public void trainingBegins(EngineInfo preparation) {
    add(TimedPhase.PREPARE, secondsSince(loadedMillis));
    network = preparation.network();
    learn(preparation.facts(), preparation.effective());
    folder.writeStatus(status);
    forward(observer -> observer.trainingBegins(preparation));
  }

  @Override
  public int previewSize() {
    // The first batch of a resumed run is not from the first epoch.
    return earlier.isNone() ? extra.previewSize() : 0;
  }

  @Override
  public void previewReady(AugmentedPreview preview) {
    forward(observer -> observer.previewReady(preview));
  }

  @Override
  public void batchEnded(int epoch, int batch, int batches) {
    checkpoints.ifPresent(CheckpointWriter::outdate);
    forward(observer -> observer.batchEnded(epoch, batch, batches));
  }

  @Override
  public void epochEnded(EpochResult result) {
    add(TimedPhase.TRAIN, result.trainSeconds());
    add(TimedPhase.VALIDATE, result.validateSeconds());
    if (result.compileSeconds() > 0) {
      add(TimedPhase.COMPILE, result.compileSeconds());
    }
    energy.add(result.startMillis(), result.endMillis());
    lastMillis = result.endMillis();
    EpochRow row = rows.of(result);
    log.append(row);
    patience.add(row);
    forward(observer -> observer.epochEnded(result));
  }

  @Override
  public boolean wantsStoredSize() {
    return true;
  }

  @Override
  public boolean endsEarly() {
    return patience.isOver();
  }

  @Override
  public void stateReady(int epochs, EngineState state) {
    if (checkpoints.filter(writer -> writer.isDue(epochs)).isPresent()) {
      long begin = System.nanoTime();
      Optional<String> problem =
          checkpoints.get().write(epochs, seconds, spent(), lastMillis, log.lines(), state);
      add(TimedPhase.CHECKPOINT, (System.nanoTime() - begin) / 1e9);
      problem.ifPresent(reason -> learn(Map.of("checkpoint_problem", reason), Map.of()));
    }
    forward(observer -> observer.stateReady(epochs, state));
  }

  /**
   * Delete the checkpoints of a run that will not be resumed; a failure is only logged, because the
   * run is over.
   */
  void dropCheckpoints() {
    checkpoints = Optional.empty();
    try {
      folder.checkpoints().delete();
    } catch (RunFolderException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  /** Write the row after training and test, with the meter's last reading. */
  void end(TrainingResult result) {
    result.seconds().forEach(this::add);
    learn(ClassificationScores.entries(result.evaluations()), Map.of());
    learn(result.findings(), Map.of());
    end();
  }

  /** Write the row after training without a test, with the meter's last reading. */
  void end() {
    timed(TimedPhase.METER, power::close);
    log.append(rows.idle("post"));
  }

  /** Write and return the status of a completed run, which says whether its patience ended it. */
  RunStatus complete() {
    return finish(RunState.COMPLETED, patience.reason());
  }

  /** Write and return the final status. A failure is only logged, because the run is over. */
  RunStatus finish(RunState state, String reason) {
    power.close();
    checkpoints.ifPresent(writer -> writer.settle(seconds, spent()));
    learn(power.meterFacts(), Map.of());
    learn(power.countedMeter(earlier.spent(), energy), Map.of());
    status = status.withMeasurements(power.measure(earlier.spent(), energy, status));
    status.measurements().counter().map(EnergyCounterReading::warning).ifPresent(this::warn);
    status = status.ended(clock.instant(), state, reason);
    keep(log::restore);
    keep(() -> folder.writeStatus(status));
    return status;
  }

  private void keep(Runnable action) {
    try {
      action.run();
    } catch (RunFolderException e) {
      LOG.error("{}", e.getMessage());
    }
  }

  private EnergyTotals spent() {
    return earlier.spent().plus(power.sum(energy));
  }

  private void warn(String sentence) {
    if (!sentence.isEmpty()) {
      LOG.warn("run {}: {}", folder.name(), sentence);
    }
  }

  RunStatus status() {
    return status;
  }

  NetworkSize network() {
    return network;
  }

  /** Change the measurements in the status. */
  void measured(UnaryOperator<RunMeasurements> change) {
    status = status.withMeasurements(change.apply(status.measurements()));
  }

  private void learn(Map<String, String> entries, Map<String, String> effective) {
    Map<String, String> allEffective = new LinkedHashMap<>(status.effective());
    allEffective.putAll(effective);
    status = status.withEnvironment(entries).withSeconds(seconds).withEffective(allEffective);
  }

  /** A failing display must not end a run. */
  private void forward(Consumer<TrainingObserver> event) {
    try {
      event.accept(extra);
    } catch (RuntimeException e) {
      LOG.warn("cannot show progress or images: {}", FailureReason.of(e));
      LOG.debug("stack trace", e);
    }
  }
}
