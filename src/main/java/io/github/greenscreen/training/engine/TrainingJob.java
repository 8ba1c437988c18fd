package io.github.greenscreen.training.engine;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.Split;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The input of an engine for one training.
 *
 * @param hyperparameters the hyperparameters
 * @param epochs number of epochs, at least 1
 * @param seed seed of initial weights, order of images and augmentation
 * @param images the images, of the size that the hyperparameters state
 * @param split which images train, validate and test
 * @param modelFolder folder for the trained network; empty to discard it
 * @param quantizedFile file for the quantised network; empty to discard it
 * @param resumption state to resume from; empty to begin
 * @param continuesOnNan whether to continue if the loss is NaN or infinite, instead of throwing
 *     {@link DivergedException}
 */
public record TrainingJob(
    Hyperparameters hyperparameters,
    int epochs,
    long seed,
    ImageSet images,
    Split split,
    Optional<Path> modelFolder,
    Optional<Path> quantizedFile,
    Optional<ResumeState> resumption,
    boolean continuesOnNan) {
  public TrainingJob {
    if (images.side() != hyperparameters.imageSize()) {
      throw new IllegalArgumentException(
          "images of %s pixels for image_size %s"
              .formatted(images.side(), hyperparameters.imageSize()));
    }
  }

  /** Create a job that starts from the beginning, and ends if the loss is NaN or infinite. */
  public TrainingJob(
      Hyperparameters hyperparameters,
      int epochs,
      long seed,
      ImageSet images,
      Split split,
      Optional<Path> modelFolder,
      Optional<Path> quantizedFile) {
    this(
        hyperparameters,
        epochs,
        seed,
        images,
        split,
        modelFolder,
        quantizedFile,
        Optional.empty(),
        false);
  }

  /** Return a copy that resumes from {@code state}. */
  public TrainingJob resumed(ResumeState state) {
    return new TrainingJob(
        hyperparameters,
        epochs,
        seed,
        images,
        split,
        modelFolder,
        quantizedFile,
        Optional.of(state),
        continuesOnNan);
  }

  /** Return the number of the first epoch to train. */
  public int firstEpoch() {
    return resumption.map(ResumeState::epochs).orElse(0);
  }
}
