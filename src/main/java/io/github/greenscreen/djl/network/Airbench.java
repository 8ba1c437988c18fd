package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.BatchNormalization;
import io.github.greenscreen.djl.network.layer.Convolution;
import io.github.greenscreen.djl.network.layer.ConvolutionWindow;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Initializers;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.MaxPool;
import io.github.greenscreen.djl.network.layer.ScaledHead;
import io.github.greenscreen.djl.network.layer.elementwise.Activation;
import io.github.greenscreen.training.hyperparameter.Regularization;

/**
 * The network of airbench94 (Jordan, 2024, <a href="https://arxiv.org/abs/2404.00498">arXiv
 * 2404.00498</a>, section 3): a 2×2 convolution, three blocks of two 3×3 convolutions with 64, 256,
 * and 256 channels, which pass their inputs on at first, and a dense layer whose result is divided
 * by 9. Batch normalisation has no factors.
 */
final class Airbench {
  /** Name of the first convolution, which can whiten patches of images. */
  static final String WHITENING = "whiten";

  private static final ConvolutionWindow FIRST = new ConvolutionWindow(3, 24, 2, 1, 0, 1);
  private static final int[] CHANNELS = {64, 256, 256};
  private static final double MOMENTUM = 0.4;
  private static final double EPSILON = 1e-12;
  private static final double HEAD_FACTOR = 1 / 9.0;

  private final ArchitectureBuilder layers = new ArchitectureBuilder();
  private final double dropout;

  private Airbench(Regularization regularization) {
    dropout = regularization.dropout().orElse(0);
  }

  /**
   * Return the network for {@code classes} classes, which has no residual branches to leave out.
   */
  static Architecture build(int classes, Regularization regularization) {
    Airbench network = new Airbench(regularization);
    network.add(classes);
    return network.layers.build();
  }

  private void add(int classes) {
    int fan = FIRST.inputs() * FIRST.kernel() * FIRST.kernel();
    String x =
        layers.add(new Convolution(WHITENING, Layer.INPUT, FIRST, true, Initializers.uniform(fan)));
    x = gelu(WHITENING, x);
    int inputs = FIRST.outputs();
    for (int block = 0; block < CHANNELS.length; block++) {
      x = block("block" + (block + 1), x, inputs, CHANNELS[block]);
      inputs = CHANNELS[block];
    }
    x = layers.add(new MaxPool("pool", x, 3, 3, 0));
    x = layers.add(new GlobalAveragePool("flat", x));
    x = layers.dropout(x, dropout);
    layers.add(new ScaledHead("head", x, inputs, classes, HEAD_FACTOR));
  }

  private String block(String name, String in, int inputs, int outputs) {
    String x = convolution(name + ".conv1", in, inputs, outputs);
    x = layers.add(new MaxPool(name + ".pool", x, 2, 2, 0));
    x = normalized(name + ".norm1", x, outputs);
    x = convolution(name + ".conv2", x, outputs, outputs);
    return normalized(name + ".norm2", x, outputs);
  }

  private String convolution(String name, String in, int inputs, int outputs) {
    ConvolutionWindow window = ConvolutionWindow.same(inputs, outputs, 3, 1);
    return layers.add(
        new Convolution(name, in, window, false, Initializers.partialIdentity(window)));
  }

  private String normalized(String name, String in, int channels) {
    String x = layers.add(new BatchNormalization(name, in, channels, false, MOMENTUM, EPSILON));
    return gelu(name, x);
  }

  private String gelu(String name, String in) {
    return layers.add(new Activation(name + ".gelu", in, Activation.Function.GELU));
  }
}
