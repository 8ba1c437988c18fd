package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.PointwiseConvolution;
import io.github.greenscreen.djl.network.layer.elementwise.Dropout;
import io.github.greenscreen.djl.network.layer.elementwise.StochasticDepth;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;

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
        PointwiseConvolution.MATRIX_PRODUCT,
        quantization,
        levels);
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
        ? new StochasticDepth(depth.name(), depth.in(), 0)
        : layer;
  }

  /** Return ResNet-20 in single precision. */
  public static NetworkSource resnet20(int classes) {
    return of(NetworkKind.RESNET20, Stem.CIFAR, classes, ElementType.FLOAT32);
  }
}
