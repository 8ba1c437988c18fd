package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.Convolution;
import io.github.greenscreen.djl.network.layer.ConvolutionWindow;
import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.Initializers;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerNormalization;
import io.github.greenscreen.djl.network.layer.Resize;
import io.github.greenscreen.djl.network.layer.elementwise.Activation;
import io.github.greenscreen.djl.network.layer.elementwise.Sum;
import io.github.greenscreen.djl.network.layer.token.ClassToken;
import io.github.greenscreen.djl.network.layer.token.SelfAttention;
import io.github.greenscreen.djl.network.layer.token.TokenSequence;
import io.github.greenscreen.training.hyperparameter.Regularization;

/**
 * Vision transformers with the names of torchvision (Dosovitskiy et al., 2020, <a
 * href="https://arxiv.org/abs/2010.11929">arXiv 2010.11929</a>); the widths of the smaller ones are
 * those of DeiT (Touvron et al., 2020, <a href="https://arxiv.org/abs/2012.12877">arXiv
 * 2012.12877</a>, table 1).
 */
final class VisionTransformer {
  private static final int BLOCKS = 12;
  private static final int HEAD_WIDTH = 64;

  /** Width of the hidden layer of a block per number of a token. */
  private static final int EXPANSION = 4;

  private final ArchitectureBuilder layers = new ArchitectureBuilder();
  private final int width;
  private final double stochasticDepth;
  private final double dropout;

  private VisionTransformer(int width, Regularization regularization) {
    this.width = width;
    stochasticDepth = regularization.stochasticDepth().orElse(0);
    dropout = regularization.dropout().orElse(0);
  }

  /** Return a transformer of patches of 4×4 pixels for images of {@code side}×{@code side}. */
  static Architecture forSmallImages(
      int width, int side, int classes, Regularization regularization) {
    return new VisionTransformer(width, regularization).build(Layer.INPUT, side, 4, classes);
  }

  /** Return ViT-B/16 for images of 224×224 pixels, to which it enlarges its input. */
  static Architecture baseForLargeImages(int classes, Regularization regularization) {
    VisionTransformer network = new VisionTransformer(768, regularization);
    String images = network.layers.add(new Resize("resize", Layer.INPUT, 224));
    return network.build(images, 224, 16, classes);
  }

  private Architecture build(String images, int side, int patch, int classes) {
    ConvolutionWindow patches = ConvolutionWindow.patches(3, width, patch);
    String x =
        layers.add(
            new Convolution("conv_proj", images, patches, true, Initializers.truncatedNormal()));
    int tokens = (side / patch) * (side / patch) + 1;
    String positions = "encoder.pos_embedding";
    x = layers.add(new TokenSequence("tokens", x, "class_token", positions, tokens, width));
    for (int block = 0; block < BLOCKS; block++) {
      double probability = stochasticDepth * block / (BLOCKS - 1);
      x = block("encoder.layers.encoder_layer_" + block, x, probability);
    }
    x = layers.add(new LayerNormalization("encoder.ln", x, width));
    x = layers.add(new ClassToken("first", x));
    x = layers.dropout(x, dropout);
    dense("heads.head", x, width, classes);
    return layers.build();
  }

  /** Add a block both of whose branches are left out with the same probability. */
  private String block(String name, String in, double probability) {
    String x = layers.add(new LayerNormalization(name + ".ln_1", in, width));
    x = layers.add(new SelfAttention(name + ".self_attention", x, width, width / HEAD_WIDTH));
    x = layers.stochasticDepth(name + ".self_attention.stochastic_depth", x, 3, probability);
    String middle = layers.add(new Sum(name + ".attended", x, in));
    x = layers.add(new LayerNormalization(name + ".ln_2", middle, width));
    x = dense(name + ".mlp.0", x, width, EXPANSION * width);
    x = layers.add(new Activation(name + ".mlp.1", x, Activation.Function.GELU));
    x = dense(name + ".mlp.3", x, EXPANSION * width, width);
    x = layers.stochasticDepth(name + ".mlp.stochastic_depth", x, 3, probability);
    return layers.add(new Sum(name, x, middle));
  }

  private String dense(String name, String in, int inputs, int outputs) {
    return layers.add(
        new Dense(name, in, inputs, outputs, Initializers.truncatedNormal(), Initializers.zeros()));
  }
}
