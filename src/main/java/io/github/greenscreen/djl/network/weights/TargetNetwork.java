package io.github.greenscreen.djl.network.weights;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;

/**
 * The network that weights are for.
 *
 * @param kind its kind
 * @param stem its first layers, if it has a choice
 * @param classes its number of classes
 * @param side height and width of images
 */
public record TargetNetwork(NetworkKind kind, Stem stem, int classes, int side) {
  /** Create the description of a network for images of 32×32 pixels. */
  public TargetNetwork(NetworkKind kind, Stem stem, int classes) {
    this(kind, stem, classes, ImageSet.SIDE);
  }

  /** Return its layers. */
  Architecture architecture() {
    return Architecture.of(kind, stem, classes, side);
  }

  /** Return its name, with its stem if it has a choice: {@code resnet18 with the cifar stem}. */
  public String description() {
    return kind.hasStem()
        ? "%s with the %s stem".formatted(kind.configName(), stem.configName())
        : kind.configName();
  }
}
