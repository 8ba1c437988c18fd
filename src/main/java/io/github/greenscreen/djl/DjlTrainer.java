package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.github.greenscreen.djl.network.ElementType;
import io.github.greenscreen.training.Internal;
import io.github.greenscreen.training.Trainer;
import io.github.greenscreen.training.TrainingJob;
import io.github.greenscreen.training.TrainingObserver;
import io.github.greenscreen.training.TrainingResult;
import java.util.Optional;

/**
 * Trains with DJL's PyTorch engine, on the first GPU that the engine sees or else on the CPU. Not
 * thread-safe.
 */
public final class DjlTrainer implements Trainer {
  private final Optional<ElementType> half;

  /** Compute half precision in what the device is made for. */
  public DjlTrainer() {
    this(Optional.empty());
  }

  /** Compute half precision in {@code half} whatever the device. */
  DjlTrainer(Optional<ElementType> half) {
    this.half = half;
  }

  @Override
  public TrainingResult train(TrainingJob job, TrainingObserver observer) {
    Support.check(job.hyperparameters(), job.split().training().length);
    Engine engine = EngineLoader.load();
    Internal internal = job.hyperparameters().internal();
    JniUtils.setGraphExecutorOptimize(internal == Internal.JIT_COMPILATION);
    engine.setRandomSeed(Math.toIntExact(Math.floorMod(job.seed(), 1L << 31)));
    Device device = Devices.best(engine);
    try (TrainingSession session =
        new TrainingSession(job, device, half.orElseGet(() -> Formats.half(device)), observer)) {
      return session.run();
    }
  }
}
