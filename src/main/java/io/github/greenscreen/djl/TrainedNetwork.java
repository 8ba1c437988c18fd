package io.github.greenscreen.djl;

import io.github.greenscreen.djl.data.ChannelNormalization;
import io.github.greenscreen.djl.export.NetworkSaver;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.run.network.ModelFolder;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network of a finished training with what others need to use it. */
final class TrainedNetwork {
  private static final Logger LOG = LoggerFactory.getLogger(TrainedNetwork.class);

  private final TrainingJob job;
  private final TrainingComponents parts;

  TrainedNetwork(TrainingJob job, TrainingComponents parts) {
    this.job = job;
    this.parts = parts;
  }

  /**
   * Write {@code delivered} to {@code folder}. A failure is logged and returned, because the
   * results of the run do not depend on it.
   */
  Optional<String> save(Path folder, DeliveredNetwork delivered) {
    ModelFolder model = new ModelFolder(folder);
    try {
      Files.createDirectories(folder);
      NetworkSaver.save(model.network(), delivered.network(), description(delivered.filters()));
      return Optional.empty();
    } catch (IOException e) {
      String problem =
          "cannot write the trained network to %s: %s".formatted(folder, FailureReason.of(e));
      LOG.warn("{}; the results of the run are complete without it", problem);
      return Optional.of(problem);
    }
  }

  private NetworkDescription description(Map<String, Integer> filters) {
    Hyperparameters how = job.hyperparameters();
    ChannelNormalization normalization = parts.images.normalization();
    return new NetworkDescription(
        how.model().configName(),
        Optional.of(how.stem().configName()).filter(stem -> how.model().hasStem()),
        job.images().name(),
        job.images().classes(),
        parts.weights.side().orElse(job.images().side()),
        normalization.mean(),
        normalization.deviation(),
        how.flipsInTest(),
        filters);
  }
}
