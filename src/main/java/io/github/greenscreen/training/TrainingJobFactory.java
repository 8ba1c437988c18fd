package io.github.greenscreen.training;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.ImageSets;
import io.github.greenscreen.data.split.Split;
import io.github.greenscreen.data.split.Splits;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.nio.file.Path;
import java.util.Optional;

/** Creates the input of an engine from a run folder: loads and splits the images. */
final class TrainingJobFactory {
  private static final String NO_EPOCHS =
      "parameters.yaml has no number of epochs; expected a line such as epochs: 50";

  private static final String NO_SEED =
      "parameters.yaml has no seed; expected a line such as seed: 22";

  private final ImageSource source;

  /** Load images from {@code source}. */
  TrainingJobFactory(ImageSource source) {
    this.source = source;
  }

  /**
   * Return the whole training of {@code plan} under the circumstances of {@code status}.
   *
   * @throws UnsupportedChoiceException if the plan is invalid
   * @throws io.github.greenscreen.data.image.DataException if the images cannot be read
   */
  TrainingJob make(RunFolder folder, RunPlan plan, RunStatus status) {
    Hyperparameters hyperparameters = hyperparameters(plan);
    int epochs = plan.epochs().orElseThrow(() -> new UnsupportedChoiceException(NO_EPOCHS));
    long seed = plan.seed().orElseThrow(() -> new UnsupportedChoiceException(NO_SEED));
    ImageSet images = images(plan, status, hyperparameters.imageSize(), seed);
    Split split = Splits.draw(images, hyperparameters.partition(), seed);
    return new TrainingJob(
        hyperparameters,
        epochs,
        seed,
        images,
        split,
        Optional.of(folder.model().path()).filter(path -> savesNetwork(status)),
        Optional.of(folder.model().quantized()).filter(path -> savesQuantized(status)),
        Optional.empty(),
        status.limits().continuesOnNan());
  }

  private static Hyperparameters hyperparameters(RunPlan plan) {
    try {
      return Hyperparameters.of(plan.configuration());
    } catch (IllegalArgumentException e) {
      throw (UnsupportedChoiceException)
          new UnsupportedChoiceException(e.getMessage()).initCause(e);
    }
  }

  private ImageSet images(RunPlan plan, RunStatus status, int side, long seed) {
    Optional<Path> folder =
        Optional.of(status.data()).filter(text -> !text.isEmpty()).map(Path::of);
    ImageSet images = source.load(plan.dataset(), folder, side);
    return status.limit().isPresent()
        ? ImageSets.limit(images, status.limit().getAsInt(), seed)
        : images;
  }

  /** Without a choice, keep the networks of single and final runs. */
  private static boolean savesNetwork(RunStatus status) {
    boolean single = status.purpose() == RunPurpose.FINAL || status.purpose() == RunPurpose.SINGLE;
    return status.saving().map(saving -> saving != ModelSaving.NONE).orElse(single);
  }

  /** Without a choice, keep quantised networks, which are small. */
  private static boolean savesQuantized(RunStatus status) {
    return status.saving().map(saving -> saving != ModelSaving.NONE).orElse(true);
  }
}
