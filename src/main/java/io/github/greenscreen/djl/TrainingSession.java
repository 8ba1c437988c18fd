package io.github.greenscreen.djl;

import ai.djl.Device;
import io.github.greenscreen.djl.data.Augmenter;
import io.github.greenscreen.djl.data.Augmenters;
import io.github.greenscreen.djl.data.PreviewAugmenter;
import io.github.greenscreen.djl.metric.EvaluationResult;
import io.github.greenscreen.djl.metric.PhaseTimer;
import io.github.greenscreen.djl.network.Quantization;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.pruning.StoredSize;
import io.github.greenscreen.djl.quantized.Int8Exception;
import io.github.greenscreen.djl.selftest.SelfTestResult;
import io.github.greenscreen.power.MonotonicClock;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.evaluation.SplitEvaluation;
import io.github.greenscreen.run.model.TimedPhase;
import io.github.greenscreen.training.engine.DivergedException;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.ResumeState;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One training, from initial weights to the test result. Close it to free the device. */
final class TrainingSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingSession.class);

  /** Why the trained network could not be written, in {@code status.yaml}. */
  private static final String MODEL_PROBLEM = "model_problem";

  private final TrainingJob job;
  private final TrainingObserver observer;
  private final Device device;
  private final SelfTestResult selfTest;
  private final ObserverListener listener;
  private final EpochTraining training;
  private final TrainedNetwork network;
  private final TrainingComponents parts;
  private final PhaseTimer clock;
  private final Evaluator evaluator;
  private final Quantizer quantizer;
  private final TrainingState state;
  private final Map<TimedPhase, Double> seconds = new EnumMap<>(TimedPhase.class);
  private final CloseableStack resources = new CloseableStack();
  private int done;
  private Optional<String> modelProblem = Optional.empty();
  private EvaluationResult validated = EvaluationResult.NONE;
  private EvaluationResult tested = EvaluationResult.NONE;

  /**
   * Create a session on {@code device}.
   *
   * @param half half-precision format of the device
   * @param selfTest the settings to compute with
   */
  TrainingSession(
      TrainingJob job,
      Device device,
      ElementType half,
      SelfTestResult selfTest,
      TrainingObserver observer) {
    this.job = job;
    this.device = device;
    this.observer = observer;
    Hyperparameters how = job.hyperparameters();
    int batches = Batches.count(job.split().training().length, how.batchSize());
    clock = new PhaseTimer(how.internal() == ExecutionMode.JIT_COMPILATION);
    listener = new ObserverListener(observer, batches, job.firstEpoch());
    Augmenter varied = Augmenters.of(how.augmentation(), job.seed(), job.images().side());
    Augmenter augmenter = PreviewAugmenter.shownTo(observer, job.images().classes(), varied);
    this.selfTest = selfTest;
    parts =
        new TrainingComponents(
            job, device, half, selfTest.settings(), Batches.steps(job), listener);
    training = new EpochTraining(job, parts, augmenter, clock);
    network = new TrainedNetwork(job, parts);
    evaluator = new Evaluator(job, parts, device, clock);
    quantizer = new Quantizer(parts);
    state = new TrainingState(parts, device);
  }

  /** Train all epochs, test once, and save the model to the file of the job. */
  TrainingResult run() {
    EngineInfo info = new TrainingDescription(job, parts).of(device, selfTest);
    job.resumption().ifPresent(this::resume);
    observer.trainingBegins(info);
    trainEpochs();
    return deliver();
  }

  private void trainEpochs() {
    done = job.firstEpoch();
    while (done < job.epochs() && !observer.endsEarly()) {
      EpochResult result = epoch(done);
      listener.achieved(result);
      parts.trainer.notifyListeners(each -> each.onEpoch(parts.trainer));
      if (!job.continuesOnNan()) {
        checkLoss(result);
      }
      done++;
      tellState();
    }
  }

  /** Save, measure, and test the network as it is delivered. */
  private TrainingResult deliver() {
    parts.average.ifPresent(average -> average.assignTo(parts.trainable()));
    parts.pruner.ifPresent(pruner -> pruner.mask(parts.trainable()));
    if (done == job.firstEpoch() && hasValidation()) {
      validated = evaluator.evaluateInDetail(job.split().validation());
    }
    DeliveredNetwork delivered = withoutFilters();
    job.modelFolder()
        .ifPresent(
            folder -> timed(TimedPhase.SAVE, () -> modelProblem = network.save(folder, delivered)));
    Optional<StoredSize> size = measured(delivered);
    if (job.split().test().length > 0) {
      timed(TimedPhase.TEST, () -> tested = evaluator.evaluateInDetail(job.split().test()));
    }
    return new TrainingResult(
        tested.accuracy(),
        tested.macroF1(),
        seconds,
        evaluations(),
        size.map(StoredSize::layers).orElse(List.of()),
        findings(size, delivered));
  }

  /** Without validation images, only the loss of training tells whether it diverged. */
  private void checkLoss(EpochResult result) {
    if (hasValidation()) {
      DivergedException.check(result, job.epochs(), observer.endsEarly());
    } else {
      DivergedException.checkTraining(result, job.epochs());
    }
  }

  private boolean hasValidation() {
    return job.split().validation().length > 0;
  }

  /** Return the network without its pruned filters, which is evaluated from now on. */
  private DeliveredNetwork withoutFilters() {
    long begin = System.nanoTime();
    DeliveredNetwork delivered = resources.add(DeliveredNetwork.of(parts));
    if (delivered.network() != parts.network) {
      evaluator.deliver(delivered.network());
      seconds.merge(TimedPhase.SAVE, (System.nanoTime() - begin) / 1e9, Double::sum);
    }
    return delivered;
  }

  private Optional<StoredSize> measured(DeliveredNetwork delivered) {
    if (!observer.wantsStoredSize()) {
      return Optional.empty();
    }
    long begin = System.nanoTime();
    StoredSize size = StoredSize.of(delivered.network());
    seconds.merge(TimedPhase.SAVE, (System.nanoTime() - begin) / 1e9, Double::sum);
    return Optional.of(size);
  }

  private Map<EvaluatedSplit, SplitEvaluation> evaluations() {
    Map<EvaluatedSplit, SplitEvaluation> evaluations = new EnumMap<>(EvaluatedSplit.class);
    validated.details().ifPresent(found -> evaluations.put(EvaluatedSplit.VALIDATION, found));
    tested.details().ifPresent(found -> evaluations.put(EvaluatedSplit.TEST, found));
    return evaluations;
  }

  private void timed(TimedPhase phase, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    seconds.merge(phase, (System.nanoTime() - begin) / 1e9, Double::sum);
  }

  @Override
  public void close() {
    resources.close();
    evaluator.close();
    parts.close();
  }

  /**
   * Return the values that an analysis needs in addition to the log, {@code size} if it was
   * measured, and the findings of pruning and quantisation.
   */
  private Map<String, String> findings(Optional<StoredSize> size, DeliveredNetwork delivered) {
    Map<String, String> findings = new LinkedHashMap<>();
    findings.put("training_images", Integer.toString(job.split().training().length));
    if (job.hyperparameters().pruning().removesFilters()) {
      findings.putAll(delivered.entries(parts.architecture, parts.side(job.images())));
    }
    size.ifPresent(measured -> findings.putAll(measured.entries()));
    findings.putAll(quantizer.findings());
    modelProblem.ifPresent(problem -> findings.put(MODEL_PROBLEM, problem));
    return findings;
  }

  /** Restore the state that earlier processes saved, and advance the random numbers to it. */
  private void resume(ResumeState from) {
    try {
      state.read(from.state().open(), from.epochs());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the checkpoint", e);
    }
    training.skip(from.epochs());
  }

  /** Training cannot continue from a quantised network, so its state is not offered. */
  private void tellState() {
    if (!evaluator.isQuantized()) {
      observer.stateReady(done, out -> state.write(out, done));
    }
  }

  private EpochResult epoch(int epoch) {
    long start = MonotonicClock.millis();
    EvaluationResult trained = training.train(epoch);
    boolean validates = hasValidation() && (trained.isFinite() || job.continuesOnNan());
    validated = EvaluationResult.NONE;
    if (validates) {
      averaged(() -> validated = validate(epoch));
    }
    EvaluationResult validation = validated;
    PhaseTimer.Phases phases = clock.take();
    return new EpochResult(
        epoch,
        trained.loss(),
        trained.accuracy(),
        validation.loss(),
        validation.accuracy(),
        parts.optimizer.lastLearningRate(),
        start,
        MonotonicClock.millis(),
        phases.train(),
        phases.validate(),
        phases.compile(),
        phases.images());
  }

  /** Run {@code work} with the averages of the parameters, if they are averaged. */
  private void averaged(Runnable work) {
    parts.average.ifPresentOrElse(
        average -> average.during(parts.trainable(), () -> pruned(work)), work);
  }

  /** Run {@code work} after pruned weights were set to 0, if weights are pruned. */
  private void pruned(Runnable work) {
    parts.pruner.ifPresent(pruner -> pruner.mask(parts.trainable()));
    work.run();
  }

  /**
   * Evaluate the network on the validation split; in an epoch that may be the last, the network as
   * delivered and with details.
   */
  private EvaluationResult validate(int epoch) {
    int[] validation = job.split().validation();
    boolean last = epoch == job.epochs() - 1;
    boolean mayBeLast = last || job.hyperparameters().patience().isPresent();
    if (mayBeLast && parts.quantization == Quantization.NONE) {
      return evaluator.evaluateInDetail(validation);
    }
    EvaluationResult score = evaluator.evaluate(validation);
    if (!last || !score.isFinite()) {
      return score;
    }
    try {
      timed(TimedPhase.QUANTIZE, this::quantize);
    } catch (Int8Exception e) {
      LOG.warn("{}", e.getMessage());
      return EvaluationResult.NONE;
    }
    EvaluationResult delivered = evaluator.evaluateInDetail(validation);
    quantizer.compare(score, delivered);
    return delivered;
  }

  private void quantize() {
    evaluator.deliver(quantizer.quantize(job.split().training(), job.seed(), job.quantizedFile()));
  }
}
