package io.github.greenscreen.djl.network.weights;

import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;

/**
 * The network that weights are for.
 *
 * @param kind its kind
 * @param stem its first layers, if it has a choice
 * @param classes its number of classes
 */
public record TargetNetwork(NetworkKind kind, Stem stem, int classes) {
  /** Return its layers. */
  Architecture architecture() {
    return Architecture.of(kind, stem, classes);
  }

  /** Return its name, with its stem if it has a choice: {@code resnet18 with the cifar stem}. */
  public String description() {
    return kind.hasStem()
        ? "%s with the %s stem".formatted(kind.configName(), stem.configName())
        : kind.configName();
  }
}
