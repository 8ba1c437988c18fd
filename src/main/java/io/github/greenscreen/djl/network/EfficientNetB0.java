package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.BatchNormalization;
import io.github.greenscreen.djl.network.layer.Convolution;
import io.github.greenscreen.djl.network.layer.ConvolutionWindow;
import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Initializers;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.SqueezeExcitation;
import io.github.greenscreen.djl.network.layer.elementwise.Activation;
import io.github.greenscreen.djl.network.layer.elementwise.Sum;
import io.github.greenscreen.training.hyperparameter.Regularization;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.List;

/**
 * EfficientNet-B0 with the names of torchvision (Tan and Le, 2019, <a
 * href="https://arxiv.org/abs/1905.11946">arXiv 1905.11946</a>, table 1).
 */
final class EfficientNetB0 {
  private static final double DROPOUT = 0.2;

  /** Default of the stochastic depth of a block after the last; it grows linearly from 0. */
  private static final double STOCHASTIC_DEPTH = 0.2;

  private static final int STEM_CHANNELS = 32;
  private static final int HEAD_CHANNELS = 1280;
  private static final int SQUEEZE = 4;

  /**
   * A stage of inverted bottleneck blocks.
   *
   * @param expansion channels of the depthwise convolution per input of a block
   * @param stride stride of the first block
   */
  private record Stage(int expansion, int kernel, int stride, int outputs, int blocks) {}

  private static final List<Stage> STAGES =
      List.of(
          new Stage(1, 3, 1, 16, 1),
          new Stage(6, 3, 2, 24, 2),
          new Stage(6, 5, 2, 40, 2),
          new Stage(6, 3, 2, 80, 3),
          new Stage(6, 5, 1, 112, 3),
          new Stage(6, 5, 2, 192, 4),
          new Stage(6, 3, 1, 320, 1));

  private static final int BLOCKS = STAGES.stream().mapToInt(Stage::blocks).sum();

  private final ArchitectureBuilder layers = new ArchitectureBuilder();
  private final double stochasticDepth;
  private final double dropout;
  private int added;

  private EfficientNetB0(Regularization regularization) {
    stochasticDepth = regularization.stochasticDepth().orElse(STOCHASTIC_DEPTH);
    dropout = regularization.dropout().orElse(DROPOUT);
  }

  /**
   * Return the network for {@code classes} classes; with the CIFAR stem the first convolution keeps
   * the size of the images.
   */
  static Architecture build(Stem stem, int classes, Regularization regularization) {
    EfficientNetB0 network = new EfficientNetB0(regularization);
    network.add(stem == Stem.IMAGENET ? 2 : 1, classes);
    return network.layers.build();
  }

  private void add(int stemStride, int classes) {
    ConvolutionWindow first = ConvolutionWindow.same(3, STEM_CHANNELS, 3, stemStride);
    String x = activated("features.0", Layer.INPUT, first);
    int inputs = STEM_CHANNELS;
    for (int stage = 0; stage < STAGES.size(); stage++) {
      Stage each = STAGES.get(stage);
      for (int block = 0; block < each.blocks(); block++) {
        String name = "features.%s.%s".formatted(stage + 1, block);
        x = block(name, x, inputs, each, block == 0 ? each.stride() : 1);
        inputs = each.outputs();
      }
    }
    String last = "features." + (STAGES.size() + 1);
    x = activated(last, x, ConvolutionWindow.same(inputs, HEAD_CHANNELS, 1, 1));
    x = layers.add(new GlobalAveragePool("avgpool", x));
    x = layers.dropout(x, dropout);
    layers.add(
        new Dense(
            "classifier.1",
            x,
            HEAD_CHANNELS,
            classes,
            Initializers.uniform(classes),
            Initializers.zeros()));
  }

  private String block(String name, String in, int inputs, Stage stage, int stride) {
    int width = inputs * stage.expansion();
    String parts = name + ".block.";
    int part = 0;
    String x = in;
    if (width != inputs) {
      x = activated(parts + part++, x, ConvolutionWindow.same(inputs, width, 1, 1));
    }
    ConvolutionWindow depthwise = ConvolutionWindow.depthwise(width, stage.kernel(), stride);
    x = activated(parts + part++, x, depthwise);
    int squeezed = Math.max(1, inputs / SQUEEZE);
    x = layers.add(new SqueezeExcitation(parts + part++, x, width, squeezed));
    x = normalized(parts + part, x, ConvolutionWindow.same(width, stage.outputs(), 1, 1));
    double probability = stochasticDepth * added++ / BLOCKS;
    if (stride > 1 || inputs != stage.outputs()) {
      return x;
    }
    x = layers.stochasticDepth(name + ".stochastic_depth", x, 4, probability);
    return layers.add(new Sum(name, x, in));
  }

  private String activated(String name, String in, ConvolutionWindow window) {
    String x = normalized(name, in, window);
    return layers.add(new Activation(name + ".2", x, Activation.Function.SILU));
  }

  private String normalized(String name, String in, ConvolutionWindow window) {
    String x =
        layers.add(
            new Convolution(name + ".0", in, window, false, Initializers.kaimingFanOut(window)));
    return layers.add(new BatchNormalization(name + ".1", x, window.outputs()));
  }
}
