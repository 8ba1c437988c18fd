package io.github.greenscreen.djl;

import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.DataPlacement;
import io.github.greenscreen.training.hyperparameter.Freeze;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.Initialization;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Preprocessing;
import io.github.greenscreen.training.hyperparameter.Regularization;
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
    asked
        .model()
        .imageSizeProblem(asked.imageSize())
        .ifPresent(
            problem -> {
              throw new UnsupportedChoiceException(problem);
            });
    checkBatches(asked, trainingImages);
    checkQuantization(asked);
    checkFilters(asked);
    checkWhitening(asked);
    checkPretraining(asked);
    checkPatience(asked);
    checkRegularization(asked);
  }

  /**
   * Check where the images are kept.
   *
   * @param isGpu whether the device that trains has a memory of its own
   * @throws UnsupportedChoiceException if there is no such place
   */
  static void checkPlacement(DataPlacement asked, boolean isGpu) {
    if (asked.location() == DataPlacement.Location.HOST && !isGpu) {
      throw new UnsupportedChoiceException(
          "data_location host copies images to a GPU, but this run trains on the CPU; use"
              + " --set data_location=device and --set pin_memory=false");
    }
    if (asked.location() == DataPlacement.Location.DEVICE && asked.isPinned()) {
      throw new UnsupportedChoiceException(
          "pin_memory is for images that the host copies, but data_location is device; use"
              + " --set pin_memory=false, or --set data_location=host");
    }
  }

  /**
   * Refuse batches in which batch normalisation has no variance to divide by: if the image is small
   * for the stem, the last stage sees one value per channel and image, unless pretrained weights
   * need larger images. Training would continue, but every validation would be NaN.
   */
  private static void checkBatches(Hyperparameters asked, int trainingImages) {
    boolean onePixel =
        asked.model().hasStem()
            && asked.imageSize() <= reduction(asked)
            && !(asked.stem() == Stem.IMAGENET && asked.weights().isPresent());
    if (onePixel && Math.min(asked.batchSize(), trainingImages) == 1) {
      throw new UnsupportedChoiceException(
          ("batches of one image (batch_size %s, training images %s) cannot train %s "
                  + "with the %s stem, because its last stage then has no variance to "
                  + "normalise by; use 2 or more images (--set batch_size=4) or %s")
              .formatted(
                  asked.batchSize(),
                  trainingImages,
                  asked.model().configName(),
                  asked.stem().configName(),
                  asked.stem() == Stem.IMAGENET ? "--set stem=cifar" : "a larger image_size"));
    }
  }

  private static void checkWhitening(Hyperparameters asked) {
    if (asked.initialization() == Initialization.WHITENING && !asked.model().canWhiten()) {
      throw new UnsupportedChoiceException(
          "the first layer of model %s cannot whiten images; use %s"
              .formatted(
                  asked.model().configName(),
                  "--set initialization=random, or --set model=airbench"));
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

  /** Return how many pixels along one axis become one in the last stage of a network with stem. */
  private static int reduction(Hyperparameters asked) {
    if (asked.stem() == Stem.IMAGENET) {
      return 32;
    }
    return asked.model() == NetworkKind.EFFICIENTNET_B0 ? 16 : 8;
  }

  private static void checkPatience(Hyperparameters asked) {
    if (asked.patience().isPresent() && asked.internal().quantizes()) {
      throw new UnsupportedChoiceException(
          ("patience %s cannot end a training with internal %s, which quantises in the last planned"
                  + " epoch; use --set patience=None, or --set internal=None")
              .formatted(asked.patience().getAsInt(), asked.internal().configName()));
    }
  }

  private static void checkRegularization(Hyperparameters asked) {
    Regularization by = asked.regularization();
    if (by.isAdded() && asked.internal().quantizes()) {
      throw new UnsupportedChoiceException(
          ("a network with dropout or stochastic_depth above 0 cannot train with internal %s; use "
                  + "--set dropout=0 and --set stochastic_depth=0, or --set internal=None")
              .formatted(asked.internal().configName()));
    }
    if (by.stochasticDepth().orElse(0) > 0 && !asked.model().isResidual()) {
      throw new UnsupportedChoiceException(
          ("model %s has no residual branches that stochastic_depth %s could leave out; use --set "
                  + "stochastic_depth=0, or another model such as --set model=resnet20")
              .formatted(asked.model().configName(), by.stochasticDepth().getAsDouble()));
    }
  }

  /** Refuse to remove filters where there are none that can be removed. */
  private static void checkFilters(Hyperparameters asked) {
    if (!asked.pruning().removesFilters()) {
      return;
    }
    if (!asked.model().hasHiddenFilters()) {
      throw new UnsupportedChoiceException(
          ("pruning_structure filter removes filters within the blocks of ResNets, but model is "
                  + "%s; use --set pruning_structure=unstructured, or a ResNet such as "
                  + "--set model=resnet20")
              .formatted(asked.model().configName()));
    }
    if (asked.freeze() == Freeze.BACKBONE) {
      throw new UnsupportedChoiceException(
          "pruning_structure filter removes filters of the backbone, but freeze backbone keeps "
              + "them; use --set freeze=none, or --set pruning_structure=unstructured");
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
