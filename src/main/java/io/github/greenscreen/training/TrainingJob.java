package io.github.greenscreen.training;

import io.github.greenscreen.data.ImageSet;
import io.github.greenscreen.data.Split;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an engine needs to train once.
 *
 * @param hyperparameters how
 * @param epochs how long, at least 1
 * @param seed seed of initial weights, order of images and augmentation
 * @param images the pictures
 * @param split which of them train, validate and test
 * @param modelFolder where to leave the trained network, if anywhere
 * @param quantizedFile where to leave what a trained network is quantised to, if anywhere
 * @param resumption where to go on; empty to begin
 * @param continuesOnNan whether to train on where the loss is no number, instead of throwing {@link
 *     DivergedException}
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

  /** Train from the beginning, and end where the loss is no number. */
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

  /** Return the same job that goes on at {@code where}. */
  public TrainingJob resumed(ResumeState where) {
    return new TrainingJob(
        hyperparameters,
        epochs,
        seed,
        images,
        split,
        modelFolder,
        quantizedFile,
        Optional.of(where),
        continuesOnNan);
  }

  /** Return the number of the first epoch to train. */
  public int firstEpoch() {
    return resumption.map(ResumeState::epochs).orElse(0);
  }
}
