package io.github.greenscreen.djl.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import io.github.greenscreen.weights.BlankWeights;
import io.github.greenscreen.weights.NumberType;
import io.github.greenscreen.weights.WeightsException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WeightMatcherTest {
  private static final TargetNetwork RESNET18 =
      new TargetNetwork(NetworkKind.RESNET18, Stem.IMAGENET, 10);
  private static final TargetNetwork VIT_BASE =
      new TargetNetwork(NetworkKind.VIT_BASE, Stem.IMAGENET, 10);

  @Test
  void match_namesOfTorchvision_loadsAllButTheHeadOfOtherClasses() {
    BlankWeights weights = ours(RESNET18, 1000, UnaryOperator.identity());
    weights.with("bn1.num_batches_tracked", NumberType.INT64).with("extra", 3);

    WeightMatch match = WeightMatcher.match(RESNET18, weights.stateDict());

    assertThat(match.scheme()).isEqualTo(NameScheme.TORCHVISION);
    assertThat(match.loaded()).hasSize(100);
    assertThat(match.reinitialised()).containsExactly("fc.weight", "fc.bias");
    assertThat(match.fileClasses()).isEqualTo(1000);
    assertThat(match.missing()).isEmpty();
    assertThat(match.unexpected()).containsExactly("extra");
  }

  @Test
  void match_aHeadOfTheSameClasses_loadsIt() {
    WeightMatch match =
        WeightMatcher.match(RESNET18, ours(RESNET18, 10, UnaryOperator.identity()).stateDict());
    assertThat(match.loaded()).hasSize(102);
    assertThat(match.reinitialised()).isEmpty();
  }

  @Test
  void match_namesOfWrappers_ignoresTheirBegin() {
    BlankWeights weights = ours(RESNET18, 10, name -> "module._orig_mod." + name);
    assertThat(WeightMatcher.match(RESNET18, weights.stateDict()).loaded()).hasSize(102);
  }

  @Test
  void match_aFileWithoutSomeArrays_namesThem() {
    BlankWeights weights = new BlankWeights().with("conv1.weight", 64, 3, 7, 7);
    WeightMatch match = WeightMatcher.match(RESNET18, weights.stateDict());
    assertThat(match.loaded()).containsOnlyKeys("conv1.weight");
    assertThat(match.missing()).hasSize(99).startsWith("bn1.weight", "bn1.bias");
    assertThat(match.reinitialised()).containsExactly("fc.weight", "fc.bias");
    assertThat(match.fileClasses()).isZero();
  }

  @Test
  void match_cifarResNetsWithALayerCalledLinear_loadsIt() {
    TargetNetwork network = new TargetNetwork(NetworkKind.RESNET20, Stem.CIFAR, 10);
    BlankWeights weights = ours(network, 10, name -> name.replace("fc.", "linear."));
    assertThat(WeightMatcher.match(network, weights.stateDict()).loaded()).containsKey("fc.bias");
  }

  @Test
  void match_timmsVisionTransformer_loadsEveryArray() {
    BlankWeights weights =
        new BlankWeights()
            .with("cls_token", 1, 1, 768)
            .with("pos_embed", 1, 197, 768)
            .layer("patch_embed.proj", 768, 3, 16, 16);
    for (int i = 0; i < 12; i++) {
      String block = "blocks." + i + ".";
      weights
          .layer(block + "norm1", 768)
          .layer(block + "attn.qkv", 2304, 768)
          .layer(block + "attn.proj", 768, 768)
          .layer(block + "norm2", 768)
          .layer(block + "mlp.fc1", 3072, 768)
          .layer(block + "mlp.fc2", 768, 3072);
    }
    weights.layer("norm", 768).layer("head", 1000, 768);
    assertWhole(VIT_BASE, NameScheme.TIMM, weights, 152);
  }

  @Test
  void match_aVisionTransformerOfHuggingFace_joinsQueriesKeysAndValues() {
    BlankWeights weights =
        new BlankWeights()
            .with("vit.embeddings.cls_token", 1, 1, 768)
            .with("vit.embeddings.position_embeddings", 1, 197, 768)
            .layer("vit.embeddings.patch_embeddings.projection", 768, 3, 16, 16);
    for (int i = 0; i < 12; i++) {
      String block = "vit.encoder.layer." + i + ".";
      weights
          .layer(block + "attention.attention.value", 768, 768)
          .layer(block + "attention.attention.query", 768, 768)
          .layer(block + "attention.attention.key", 768, 768)
          .layer(block + "attention.output.dense", 768, 768)
          .layer(block + "intermediate.dense", 3072, 768)
          .layer(block + "output.dense", 768, 3072)
          .layer(block + "layernorm_before", 768)
          .layer(block + "layernorm_after", 768);
    }
    weights.layer("vit.layernorm", 768).layer("classifier", 1000, 768);
    assertWhole(VIT_BASE, NameScheme.HUGGING_FACE, weights, 152);
    WeightMatch match = WeightMatcher.match(VIT_BASE, weights.stateDict());
    String joined = "encoder.layers.encoder_layer_3.self_attention.in_proj_weight";
    String theirs = "vit.encoder.layer.3.attention.attention.";
    assertThat(match.loaded().get(joined))
        .containsExactly(
            weights.stateDict().arrays().get(theirs + "query.weight"),
            weights.stateDict().arrays().get(theirs + "key.weight"),
            weights.stateDict().arrays().get(theirs + "value.weight"));
  }

  @Test
  void match_timmsEfficientNet_loadsEveryArray() {
    BlankWeights weights = new BlankWeights().with("conv_stem.weight", 32, 3, 3, 3).norm("bn1", 32);
    weights
        .with("blocks.0.0.conv_dw.weight", 32, 1, 3, 3)
        .norm("blocks.0.0.bn1", 32)
        .layer("blocks.0.0.se.conv_reduce", 8, 32, 1, 1)
        .layer("blocks.0.0.se.conv_expand", 32, 8, 1, 1)
        .with("blocks.0.0.conv_pw.weight", 16, 32, 1, 1)
        .norm("blocks.0.0.bn2", 16);
    int[] outputs = {16, 24, 40, 80, 112, 192, 320};
    int[] blocks = {1, 2, 2, 3, 3, 4, 1};
    int[] kernels = {3, 3, 5, 3, 5, 5, 3};
    int inputs = 16;
    for (int stage = 1; stage < 7; stage++) {
      for (int block = 0; block < blocks[stage]; block++) {
        String name = "blocks.%s.%s.".formatted(stage, block);
        int width = 6 * inputs;
        weights
            .with(name + "conv_pw.weight", width, inputs, 1, 1)
            .norm(name + "bn1", width)
            .with(name + "conv_dw.weight", width, 1, kernels[stage], kernels[stage])
            .norm(name + "bn2", width)
            .layer(name + "se.conv_reduce", inputs / 4, width, 1, 1)
            .layer(name + "se.conv_expand", width, inputs / 4, 1, 1)
            .with(name + "conv_pwl.weight", outputs[stage], width, 1, 1)
            .norm(name + "bn3", outputs[stage]);
        inputs = outputs[stage];
      }
    }
    weights.with("conv_head.weight", 1280, 320, 1, 1).norm("bn2", 1280);
    weights.layer("classifier", 1000, 1280);
    TargetNetwork network = new TargetNetwork(NetworkKind.EFFICIENTNET_B0, Stem.IMAGENET, 10);
    assertWhole(network, NameScheme.TIMM, weights, 311);
  }

  @Test
  void match_timmsConvNext_loadsEveryArray() {
    long[] widths = {96, 192, 384, 768};
    int[] blocks = {3, 3, 9, 3};
    BlankWeights weights = new BlankWeights().layer("stem.0", 96, 3, 4, 4).layer("stem.1", 96);
    for (int stage = 0; stage < 4; stage++) {
      long width = widths[stage];
      String name = "stages." + stage + ".";
      if (stage > 0) {
        weights.layer(name + "downsample.0", width / 2);
        weights.layer(name + "downsample.1", width, width / 2, 2, 2);
      }
      for (int block = 0; block < blocks[stage]; block++) {
        String parts = name + "blocks." + block + ".";
        weights
            .with(parts + "gamma", width)
            .layer(parts + "conv_dw", width, 1, 7, 7)
            .layer(parts + "norm", width)
            .layer(parts + "mlp.fc1", 4 * width, width)
            .layer(parts + "mlp.fc2", width, 4 * width);
      }
    }
    weights.layer("head.norm", 768).layer("head.fc", 1000, 768);
    TargetNetwork network = new TargetNetwork(NetworkKind.CONVNEXT_TINY, Stem.IMAGENET, 10);
    assertWhole(network, NameScheme.TIMM, weights, 182);
  }

  @Test
  void match_positionsOfAnotherSquare_interpolatesThem() {
    BlankWeights weights = ours(VIT_BASE, 10, UnaryOperator.identity());
    weights.with("encoder.pos_embedding", 1, 577, 768);
    WeightMatch match = WeightMatcher.match(VIT_BASE, weights.stateDict());
    assertThat(match.interpolated()).containsOnlyKeys("encoder.pos_embedding");
    assertThat(match.loaded()).hasSize(151);
    weights.with("encoder.pos_embedding", 1, 198, 768);
    assertThatThrownBy(() -> WeightMatcher.match(VIT_BASE, weights.stateDict()))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            "weights weights.pth: do not fit model vit_base: encoder.pos_embedding has the shape "
                + "1×198×768, expected 1×197×768; choose the model of the weights with "
                + "--set model");
  }

  @Test
  void match_weightsOfAnotherNetwork_namesTheFirstWrongShapes() {
    TargetNetwork small = new TargetNetwork(NetworkKind.RESNET18, Stem.CIFAR, 10);
    TargetNetwork large = new TargetNetwork(NetworkKind.RESNET50, Stem.IMAGENET, 10);
    BlankWeights weights = ours(large, 1000, UnaryOperator.identity());
    assertThatThrownBy(() -> WeightMatcher.match(small, weights.stateDict()))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            "weights weights.pth: do not fit model resnet18 with the cifar stem: conv1.weight has "
                + "the shape 64×3×7×7, expected 64×3×3×3; layer1.0.conv1.weight has the shape "
                + "64×64×1×1, expected 64×64×3×3; layer1.1.conv1.weight has the shape 64×256×1×1, "
                + "expected 64×64×3×3; and 23 more; choose the model of the weights with "
                + "--set model");
  }

  @Test
  void match_wholeNumbers_areRefused() {
    BlankWeights weights = new BlankWeights().with("conv1.weight", NumberType.INT8, 64, 3, 7, 7);
    assertThatThrownBy(() -> WeightMatcher.match(RESNET18, weights.stateDict()))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            "weights weights.pth: do not fit model resnet18 with the imagenet stem: conv1.weight "
                + "has the number format INT8, expected a floating-point format; choose the model "
                + "of the weights with --set model");
  }

  @Test
  void match_otherNames_areRefused() {
    BlankWeights weights = new BlankWeights().layer("a", 3).layer("b", 3);
    assertThatThrownBy(() -> WeightMatcher.match(RESNET18, weights.stateDict()))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            "weights weights.pth: none of its 4 arrays (a.weight, a.bias, b.weight, …) belongs to "
                + "model resnet18 with the imagenet stem; expected names of torchvision, timm, or "
                + "a Hugging Face ViT, such as conv1.weight");
  }

  private static void assertWhole(
      TargetNetwork network, NameScheme scheme, BlankWeights weights, int arrays) {
    WeightMatch match = WeightMatcher.match(network, weights.stateDict());
    assertThat(match.scheme()).isEqualTo(scheme);
    assertThat(match.missing()).isEmpty();
    assertThat(match.unexpected()).isEmpty();
    assertThat(match.loaded()).hasSize(arrays - 2);
    assertThat(match.reinitialised()).hasSize(2);
    assertThat(match.fileClasses()).isEqualTo(1000);
  }

  /** Return the arrays of {@code network} for other classes, under other names. */
  private static BlankWeights ours(
      TargetNetwork network, int classes, UnaryOperator<String> names) {
    BlankWeights weights = new BlankWeights();
    List<ParameterSpec> specs =
        new TargetNetwork(network.kind(), network.stem(), classes)
            .architecture().layers().stream()
                .flatMap(layer -> layer.parameters(ElementType.FLOAT32).stream())
                .toList();
    specs.forEach(spec -> weights.with(names.apply(spec.name()), spec.shape().getShape()));
    return weights;
  }
}
