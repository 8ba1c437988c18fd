package io.github.greenscreen.djl;

import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.Freeze;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.Preprocessing;
import io.github.greenscreen.training.hyperparameter.Stem;

/** Rejects jobs that cannot be trained, before training begins. */
final class JobValidator {
  private JobValidator() {}

  /**
   * Check a training.
   *
   * @param trainingImages number of training images
   * @throws UnsupportedChoiceException if the network cannot be trained so
   */
  static void check(Hyperparameters asked, int trainingImages) {
    checkBatches(asked, trainingImages);
    checkQuantization(asked);
    checkPretraining(asked);
  }

  /**
   * Refuse batches in which batch normalisation has no variance to divide by: with the ImageNet
   * stem the last stage sees one value per channel and image, unless pretrained weights need larger
   * images. Training would continue, but every validation would be NaN.
   */
  private static void checkBatches(Hyperparameters asked, int trainingImages) {
    boolean onePixel =
        asked.model().hasStem() && asked.stem() == Stem.IMAGENET && asked.weights().isEmpty();
    if (onePixel && Math.min(asked.batchSize(), trainingImages) == 1) {
      throw new UnsupportedChoiceException(
          ("batches of one image (batch_size %s, training images %s) cannot train %s "
                  + "with the imagenet stem, because its last stage then has no variance to "
                  + "normalise by; use 2 or more images (--set batch_size=4) or --set stem=cifar")
              .formatted(asked.batchSize(), trainingImages, asked.model().configName()));
    }
  }

  private static void checkPretraining(Hyperparameters asked) {
    if (asked.weights().isEmpty() && asked.freeze() != Freeze.NONE) {
      throw new UnsupportedChoiceException(
          "freeze is %s, but there are no pretrained weights to keep; use --weights FILE or %s"
              .formatted(asked.freeze().configName(), "--set freeze=none"));
    }
    if (asked.weights().isPresent() && asked.preprocessing() != Preprocessing.NONE) {
      throw new UnsupportedChoiceException(
          ("weights bring the normalisation of their own images, but preprocessing is %s; use "
                  + "--set preprocessing=None")
              .formatted(asked.preprocessing().configName()));
    }
  }

  private static void checkQuantization(Hyperparameters asked) {
    if (asked.internal().quantizes() && !asked.model().isQuantizable()) {
      throw new UnsupportedChoiceException(
          "model %s cannot train with internal %s: its layers have no integer kernels; use %s"
              .formatted(
                  asked.model().configName(),
                  asked.internal().configName(),
                  "--set internal=None, or a ResNet such as --set model=resnet20"));
    }
  }
}
