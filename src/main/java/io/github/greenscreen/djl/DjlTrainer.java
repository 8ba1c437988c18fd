package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.github.greenscreen.djl.device.Devices;
import io.github.greenscreen.djl.device.EngineProcess;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.pruning.PruningValidator;
import io.github.greenscreen.djl.selftest.EngineSettings;
import io.github.greenscreen.djl.selftest.SelfTest;
import io.github.greenscreen.djl.selftest.SelfTestResult;
import io.github.greenscreen.djl.selftest.Workload;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import java.util.Optional;
import java.util.function.Function;

/**
 * Trains with DJL's PyTorch engine, on the first GPU that the engine can use or else on the CPU.
 * Not thread-safe.
 */
public final class DjlTrainer implements Trainer {
  private final Optional<Device> device;
  private final Optional<ElementType> half;
  private final Function<Workload, SelfTestResult> tests;

  /** Create a trainer with the settings that {@code selfTest} finds before the engine is loaded. */
  public DjlTrainer(SelfTest selfTest) {
    this(Optional.empty(), Optional.empty(), selfTest::of);
  }

  /** Create a trainer with the fastest settings, untested. */
  public DjlTrainer() {
    this(EngineSettings.FASTEST);
  }

  /** Create a trainer with {@code settings}, untested. */
  public DjlTrainer(EngineSettings settings) {
    this(Optional.empty(), Optional.empty(), workload -> SelfTestResult.untested(settings));
  }

  /**
   * Create a trainer that computes half precision in {@code half}, if given, whatever the device;
   * untested.
   */
  public DjlTrainer(Optional<ElementType> half) {
    this(Optional.empty(), half, workload -> SelfTestResult.untested(EngineSettings.FASTEST));
  }

  /** Create a trainer on {@code device} that computes half precision in {@code half}; untested. */
  public DjlTrainer(Device device, ElementType half) {
    this(
        Optional.of(device),
        Optional.of(half),
        workload -> SelfTestResult.untested(EngineSettings.FASTEST));
  }

  private DjlTrainer(
      Optional<Device> device,
      Optional<ElementType> half,
      Function<Workload, SelfTestResult> tests) {
    this.device = device;
    this.half = half;
    this.tests = tests;
  }

  @Override
  public TrainingResult train(TrainingJob job, TrainingObserver observer) {
    JobValidator.check(job.hyperparameters(), job.split().training().length);
    PruningValidator.check(job.hyperparameters().pruning());
    SelfTestResult tested = tests.apply(Workload.of(job.hyperparameters()));
    Engine engine = EngineProcess.load(tested.settings().oneDnn());
    ExecutionMode internal = job.hyperparameters().internal();
    JniUtils.setGradMode(true);
    JniUtils.setGraphExecutorOptimize(internal == ExecutionMode.JIT_COMPILATION);
    engine.setRandomSeed(Math.toIntExact(Math.floorMod(job.seed(), 1L << 31)));
    Device from = device.orElseGet(() -> Devices.best(engine));
    JobValidator.checkPlacement(job.hyperparameters().placement(), from.isGpu());
    ElementType halfOfDevice = half.orElseGet(() -> PrecisionPolicy.half(from));
    try (TrainingSession session = new TrainingSession(job, from, halfOfDevice, tested, observer)) {
      return session.run();
    }
  }
}
