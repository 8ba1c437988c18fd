package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.github.greenscreen.training.Trainer;
import io.github.greenscreen.training.TrainingJob;
import io.github.greenscreen.training.TrainingObserver;
import io.github.greenscreen.training.TrainingResult;

/**
 * Trains with DJL's PyTorch engine, on the first GPU that the engine sees or else on the CPU. Not
 * thread-safe.
 */
public final class DjlTrainer implements Trainer {

  @Override
  public TrainingResult train(TrainingJob job, TrainingObserver observer) {
    Support.check(job.hyperparameters());
    Support.checkBatch(job.hyperparameters(), job.split().training().length);
    Engine engine = Engine.getEngine("PyTorch");
    // TorchScript's profiling and fusing belong to internal: jit_compilation.
    JniUtils.setGraphExecutorOptimize(false);
    engine.setRandomSeed(Math.toIntExact(Math.floorMod(job.seed(), 1L << 31)));
    Device device = engine.getGpuCount() > 0 ? Device.gpu() : Device.cpu();
    try (TrainingSession session = new TrainingSession(job, device, observer)) {
      return session.run();
    }
  }
}
