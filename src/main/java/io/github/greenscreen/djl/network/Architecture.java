package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.QuantizableLayer;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.List;

/**
 * A network as a list of layers, each of which reads only earlier layers; the last one computes the
 * logits. Script writers turn it into code for any arithmetic.
 */
public final class Architecture {
  private final List<Layer> layers;

  /** Create a network of {@code layers}, each of which reads only earlier ones. */
  public Architecture(List<Layer> layers) {
    this.layers = List.copyOf(layers);
  }

  /** Return the network {@code kind} for {@code classes} classes; only ResNet-50 has a stem. */
  public static Architecture of(NetworkKind kind, Stem stem, int classes) {
    return switch (kind) {
      case RESNET50 -> ResNet50.build(stem, classes);
      case RESNET20 -> ResNet20.build(classes);
    };
  }

  /** Return the layers, each after those it reads. */
  public List<Layer> layers() {
    return layers;
  }

  /**
   * Return the layers as integer kernels can compute them.
   *
   * @throws IllegalStateException if there is a layer that they cannot compute
   */
  public List<QuantizableLayer> quantizableLayers() {
    return layers.stream().map(Architecture::quantizable).toList();
  }

  private static QuantizableLayer quantizable(Layer layer) {
    if (layer instanceof QuantizableLayer quantizable) {
      return quantizable;
    }
    throw new IllegalStateException("layer " + layer.name() + " cannot be quantised");
  }

  /** Return the name of the layer whose value is the logits. */
  public String result() {
    return layers.get(layers.size() - 1).name();
  }
}
