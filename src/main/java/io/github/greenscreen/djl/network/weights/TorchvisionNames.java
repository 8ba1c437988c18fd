package io.github.greenscreen.djl.network.weights;

import static io.github.greenscreen.djl.network.weights.NameRule.array;
import static io.github.greenscreen.djl.network.weights.NameRule.module;

import io.github.greenscreen.training.hyperparameter.NetworkKind;
import java.util.List;

/** The names of torchvision, which our networks use, and former or common variants of them. */
final class TorchvisionNames {
  private static final NameRule SAME = array("(.*)", "$1");

  private TorchvisionNames() {}

  static List<NameRule> rules(NetworkKind network) {
    return switch (network) {
      case VIT_TINY, VIT_SMALL, VIT_BASE ->
          List.of(
              module("(encoder\\.layers\\.\\w+\\.mlp)\\.linear_1", "$1.0"),
              module("(encoder\\.layers\\.\\w+\\.mlp)\\.linear_2", "$1.3"),
              SAME);
      case RESNET20, RESNET32, RESNET44, RESNET56 -> List.of(module("linear", "fc"), SAME);
      default -> List.of(SAME);
    };
  }
}
