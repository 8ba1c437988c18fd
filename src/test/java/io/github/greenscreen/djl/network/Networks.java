package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.Convolution;
import io.github.greenscreen.djl.network.layer.ConvolutionWindow;
import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Initializers;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerNormalization;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.djl.network.layer.elementwise.Dropout;
import io.github.greenscreen.djl.network.layer.elementwise.StochasticDepth;
import io.github.greenscreen.djl.network.layer.elementwise.Sum;
import io.github.greenscreen.djl.network.layer.token.ClassToken;
import io.github.greenscreen.djl.network.layer.token.SelfAttention;
import io.github.greenscreen.djl.network.layer.token.TokenSequence;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.List;

/** Networks for tests. */
public final class Networks {
  private Networks() {}

  /** Return a network in one format, without quantisation. */
  public static NetworkSource of(NetworkKind kind, Stem stem, int classes, ElementType type) {
    return NetworkSource.of(Architecture.of(kind, stem, classes), NumberFormat.uniform(type));
  }

  /** Return a network in one format that is quantised to {@code levels} + 1 steps. */
  public static NetworkSource quantized(
      Architecture architecture, ElementType type, Quantization quantization, int levels) {
    return NetworkSource.of(
        architecture,
        NumberFormat.uniform(type),
        PointwiseFormulation.MATRIX_PRODUCT,
        quantization,
        levels);
  }

  /** Return a vision transformer of a single head of {@code width} numbers and one block. */
  public static NetworkSource transformer(int width, int classes, ElementType type) {
    ConvolutionWindow patches = ConvolutionWindow.patches(3, width, 8);
    List<Layer> layers =
        List.of(
            new Convolution("conv", Layer.INPUT, patches, true, Initializers.truncatedNormal()),
            new TokenSequence("tokens", "conv", "class", "positions", 17, width),
            new LayerNormalization("norm", "tokens", width),
            new SelfAttention("attention", "norm", width, 1),
            new Sum("sum", "attention", "tokens"),
            new ClassToken("first", "sum"),
            new Dense("head", "first", width, classes));
    return NetworkSource.of(new Architecture(layers), NumberFormat.uniform(type));
  }

  /** Return {@code network} without dropout and stochastic depth. */
  static Architecture withoutRandomness(Architecture network) {
    return new Architecture(network.layers().stream().map(Networks::certain).toList());
  }

  private static Layer certain(Layer layer) {
    if (layer instanceof Dropout dropout) {
      return new Dropout(dropout.name(), dropout.in(), 0);
    }
    return layer instanceof StochasticDepth depth
        ? new StochasticDepth(depth.name(), depth.in(), depth.dimensions(), 0)
        : layer;
  }

  /** Return ResNet-20 in single precision. */
  public static NetworkSource resnet20(int classes) {
    return of(NetworkKind.RESNET20, Stem.CIFAR, classes, ElementType.FLOAT32);
  }
}
