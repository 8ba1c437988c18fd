package io.github.greenscreen.djl;

import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.Stem;

/** Rejects jobs that cannot be trained, before training begins. */
final class JobValidator {
  private JobValidator() {}

  /**
   * Throw {@link UnsupportedChoiceException} if batch normalisation would have no variance to
   * divide by: with the ImageNet stem the last stage of ResNet-50 sees one value per channel and
   * image. Training would continue, but every validation would be NaN.
   *
   * @param trainingImages number of training images
   */
  static void check(Hyperparameters asked, int trainingImages) {
    boolean onePixel = asked.model().hasStem() && asked.stem() == Stem.IMAGENET;
    if (onePixel && Math.min(asked.batchSize(), trainingImages) == 1) {
      throw new UnsupportedChoiceException(
          ("batches of one image (batch_size %s, training images %s) cannot train %s "
                  + "with the imagenet stem, because its last stage then has no variance to "
                  + "normalise by; use 2 or more images (--set batch_size=4) or --set stem=cifar")
              .formatted(asked.batchSize(), trainingImages, asked.model().configName()));
    }
  }
}
