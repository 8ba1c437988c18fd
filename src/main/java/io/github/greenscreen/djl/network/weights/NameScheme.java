package io.github.greenscreen.djl.network.weights;

import io.github.greenscreen.training.hyperparameter.NetworkKind;
import java.util.List;
import java.util.Optional;

/** The names that a library gives to the arrays of networks. */
enum NameScheme {
  /** Our networks use these names; timm uses them for ResNets, too. */
  TORCHVISION("torchvision") {
    @Override
    List<NameRule> rules(NetworkKind network) {
      return TorchvisionNames.rules(network);
    }
  },
  TIMM("timm") {
    @Override
    List<NameRule> rules(NetworkKind network) {
      return TimmNames.rules(network);
    }
  },
  HUGGING_FACE("Hugging Face") {
    @Override
    List<NameRule> rules(NetworkKind network) {
      return HuggingFaceNames.rules(network);
    }
  };

  private final String label;

  NameScheme(String label) {
    this.label = label;
  }

  /** Return the name of the library. */
  String label() {
    return label;
  }

  /** Return the rules for arrays of {@code network}, of which the first one that fits counts. */
  abstract List<NameRule> rules(NetworkKind network);

  /** Return the place of array {@code name} in {@code network}. */
  Optional<ArrayPart> part(NetworkKind network, String name) {
    return rules(network).stream().flatMap(rule -> rule.part(name).stream()).findFirst();
  }
}
