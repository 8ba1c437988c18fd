package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.ChannelOrder;
import io.github.greenscreen.djl.network.layer.ChannelOrder.Place;
import io.github.greenscreen.djl.network.layer.Convolution;
import io.github.greenscreen.djl.network.layer.ConvolutionWindow;
import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Initializers;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerNormalization;
import io.github.greenscreen.djl.network.layer.elementwise.Activation;
import io.github.greenscreen.djl.network.layer.elementwise.LayerScale;
import io.github.greenscreen.djl.network.layer.elementwise.Sum;
import io.github.greenscreen.training.hyperparameter.Regularization;
import java.util.List;

/**
 * ConvNeXt-Tiny with the names of torchvision (Liu et al., 2022, <a
 * href="https://arxiv.org/abs/2201.03545">arXiv 2201.03545</a>, section 2).
 */
final class ConvNextTiny {
  private static final List<Integer> WIDTHS = List.of(96, 192, 384, 768);
  private static final List<Integer> BLOCKS = List.of(3, 3, 9, 3);
  private static final int PATCH = 4;
  private static final int KERNEL = 7;

  /** Channels between the dense layers of a block per channel of the block. */
  private static final int EXPANSION = 4;

  /** Default of the stochastic depth of the last block; it grows linearly from 0 at the first. */
  private static final double STOCHASTIC_DEPTH = 0.1;

  private final ArchitectureBuilder layers = new ArchitectureBuilder();
  private final int blocks = BLOCKS.stream().mapToInt(Integer::intValue).sum();
  private final double stochasticDepth;
  private final double dropout;
  private int added;

  private ConvNextTiny(Regularization regularization) {
    stochasticDepth = regularization.stochasticDepth().orElse(STOCHASTIC_DEPTH);
    dropout = regularization.dropout().orElse(0);
  }

  /** Return the network for {@code classes} classes. */
  static Architecture build(int classes, Regularization regularization) {
    ConvNextTiny network = new ConvNextTiny(regularization);
    network.add(classes);
    return network.layers.build();
  }

  private void add(int classes) {
    int width = WIDTHS.get(0);
    ConvolutionWindow patches = ConvolutionWindow.patches(3, width, PATCH);
    String x = convolution("features.0.0", Layer.INPUT, patches);
    x = normalized("features.0.1", x, width);
    for (int stage = 0; stage < WIDTHS.size(); stage++) {
      if (stage > 0) {
        x = reduced("features." + 2 * stage, x, width, WIDTHS.get(stage));
        width = WIDTHS.get(stage);
      }
      for (int block = 0; block < BLOCKS.get(stage); block++) {
        x = block("features.%s.%s".formatted(2 * stage + 1, block), x, width);
      }
    }
    x = layers.add(new GlobalAveragePool("avgpool", x));
    x = layers.add(new LayerNormalization("classifier.0", x, width));
    x = layers.dropout(x, dropout);
    dense("classifier.2", x, width, classes);
  }

  private String reduced(String name, String in, int inputs, int outputs) {
    String x = normalized(name + ".0", in, inputs);
    return convolution(name + ".1", x, ConvolutionWindow.patches(inputs, outputs, 2));
  }

  private String block(String name, String in, int width) {
    String parts = name + ".block.";
    String x = convolution(parts + 0, in, ConvolutionWindow.depthwise(width, KERNEL, 1));
    x = layers.add(new ChannelOrder(parts + 1, x, Place.LAST));
    x = layers.add(new LayerNormalization(parts + 2, x, width));
    x = dense(parts + 3, x, width, EXPANSION * width);
    x = layers.add(new Activation(parts + 4, x, Activation.Function.GELU));
    x = dense(parts + 5, x, EXPANSION * width, width);
    x = layers.add(new ChannelOrder(parts + 6, x, Place.FIRST));
    x = layers.add(new LayerScale(name + ".layer_scale", x, width));
    double probability = stochasticDepth * added++ / (blocks - 1);
    x = layers.stochasticDepth(name + ".stochastic_depth", x, 4, probability);
    return layers.add(new Sum(name, x, in));
  }

  /** Normalise the channels of each pixel. */
  private String normalized(String name, String in, int width) {
    String x = layers.add(new ChannelOrder(name + ".last", in, Place.LAST));
    x = layers.add(new LayerNormalization(name, x, width));
    return layers.add(new ChannelOrder(name + ".first", x, Place.FIRST));
  }

  private String convolution(String name, String in, ConvolutionWindow window) {
    return layers.add(new Convolution(name, in, window, true, Initializers.truncatedNormal()));
  }

  private String dense(String name, String in, int inputs, int outputs) {
    return layers.add(
        new Dense(name, in, inputs, outputs, Initializers.truncatedNormal(), Initializers.zeros()));
  }
}
