package io.github.greenscreen.djl.network.weights;

import static io.github.greenscreen.djl.network.weights.NameRule.array;
import static io.github.greenscreen.djl.network.weights.NameRule.module;

import io.github.greenscreen.training.hyperparameter.NetworkKind;
import java.util.List;

/** The names of vision transformers in the library transformers of Hugging Face. */
final class HuggingFaceNames {
  /** Begin of names in networks with a classifier; without one, names have no such begin. */
  private static final String ROOT = "(?:(?:vit|deit)\\.)?";

  private static final String BLOCK = ROOT + "encoder\\.layer\\.(\\d+)\\.";
  private static final String OURS = "encoder.layers.encoder_layer_$1.";

  private HuggingFaceNames() {}

  static List<NameRule> rules(NetworkKind network) {
    return switch (network) {
      case VIT_TINY, VIT_SMALL, VIT_BASE -> transformer();
      default -> List.of();
    };
  }

  private static List<NameRule> transformer() {
    return List.of(
        array(ROOT + "embeddings\\.cls_token", "class_token"),
        array(ROOT + "embeddings\\.position_embeddings", "encoder.pos_embedding"),
        module(ROOT + "embeddings\\.patch_embeddings\\.projection", "conv_proj"),
        module(BLOCK + "layernorm_before", OURS + "ln_1"),
        projection("query", 0),
        projection("key", 1),
        projection("value", 2),
        module(BLOCK + "attention\\.output\\.dense", OURS + "self_attention.out_proj"),
        module(BLOCK + "layernorm_after", OURS + "ln_2"),
        module(BLOCK + "intermediate\\.dense", OURS + "mlp.0"),
        module(BLOCK + "output\\.dense", OURS + "mlp.3"),
        module(ROOT + "layernorm", "encoder.ln"),
        module("classifier", "heads.head"));
  }

  /** Queries, keys, and values are parts of one array of ours. */
  private static NameRule projection(String name, int part) {
    String from = BLOCK + "attention\\.attention\\." + name + "\\.(weight|bias)";
    return array(from, OURS + "self_attention.in_proj_$2").part(part, 3);
  }
}
