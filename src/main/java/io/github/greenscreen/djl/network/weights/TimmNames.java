package io.github.greenscreen.djl.network.weights;

import static io.github.greenscreen.djl.network.weights.NameRule.array;
import static io.github.greenscreen.djl.network.weights.NameRule.module;

import io.github.greenscreen.training.hyperparameter.NetworkKind;
import java.util.ArrayList;
import java.util.List;

/** The names of the library timm, except those of ResNets, which are torchvision's. */
final class TimmNames {
  private static final int EFFICIENTNET_STAGES = 7;
  private static final int CONVNEXT_STAGES = 4;

  private TimmNames() {}

  static List<NameRule> rules(NetworkKind network) {
    return switch (network) {
      case VIT_TINY, VIT_SMALL, VIT_BASE -> transformer();
      case EFFICIENTNET_B0 -> efficientNet();
      case CONVNEXT_TINY -> convNext();
      default -> List.of();
    };
  }

  private static List<NameRule> transformer() {
    String theirs = "blocks\\.(\\d+)\\.";
    String ours = "encoder.layers.encoder_layer_$1.";
    return List.of(
        array("cls_token", "class_token"),
        array("pos_embed", "encoder.pos_embedding"),
        module("patch_embed\\.proj", "conv_proj"),
        module(theirs + "norm1", ours + "ln_1"),
        array(theirs + "attn\\.qkv\\.(weight|bias)", ours + "self_attention.in_proj_$2"),
        module(theirs + "attn\\.proj", ours + "self_attention.out_proj"),
        module(theirs + "norm2", ours + "ln_2"),
        module(theirs + "mlp\\.fc1", ours + "mlp.0"),
        module(theirs + "mlp\\.fc2", ours + "mlp.3"),
        module("norm", "encoder.ln"),
        module("head", "heads.head"));
  }

  private static List<NameRule> efficientNet() {
    List<NameRule> rules = new ArrayList<>();
    rules.add(module("conv_stem", "features.0.0"));
    rules.add(module("bn1", "features.0.1"));
    block(rules, 0, "conv_dw", "bn1", "conv_pw", "bn2");
    for (int stage = 1; stage < EFFICIENTNET_STAGES; stage++) {
      block(rules, stage, "conv_pw", "bn1", "conv_dw", "bn2", "conv_pwl", "bn3");
    }
    rules.add(module("conv_head", "features.8.0"));
    rules.add(module("bn2", "features.8.1"));
    rules.add(module("classifier", "classifier.1"));
    return rules;
  }

  /**
   * Add the names of the blocks of a stage, whose {@code modules} are convolutions, each followed
   * by its normalisation; squeeze and excitation stands before the last convolution.
   */
  private static void block(List<NameRule> rules, int stage, String... modules) {
    String theirs = "blocks\\." + stage + "\\.(\\d+)\\.";
    String ours = "features." + (stage + 1) + ".$1.block.";
    int last = modules.length / 2 - 1;
    for (int i = 0; i <= last; i++) {
      int place = i < last ? i : i + 1;
      rules.add(module(theirs + modules[2 * i], ours + place + ".0"));
      rules.add(module(theirs + modules[2 * i + 1], ours + place + ".1"));
    }
    rules.add(module(theirs + "se\\.conv_reduce", ours + last + ".fc1"));
    rules.add(module(theirs + "se\\.conv_expand", ours + last + ".fc2"));
  }

  private static List<NameRule> convNext() {
    List<NameRule> rules = new ArrayList<>();
    rules.add(module("stem\\.([01])", "features.0.$1"));
    for (int stage = 0; stage < CONVNEXT_STAGES; stage++) {
      String theirs = "stages\\." + stage + "\\.";
      String blocks = theirs + "blocks\\.(\\d+)\\.";
      String ours = "features." + (2 * stage + 1) + ".$1.";
      rules.add(module(theirs + "downsample\\.([01])", "features." + 2 * stage + ".$1"));
      rules.add(module(blocks + "conv_dw", ours + "block.0"));
      rules.add(module(blocks + "norm", ours + "block.2"));
      rules.add(module(blocks + "mlp\\.fc1", ours + "block.3"));
      rules.add(module(blocks + "mlp\\.fc2", ours + "block.5"));
      rules.add(array(blocks + "gamma", ours + "layer_scale"));
    }
    rules.add(module("head\\.norm", "classifier.0"));
    rules.add(module("head\\.fc", "classifier.2"));
    return rules;
  }
}
