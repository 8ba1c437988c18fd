package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import java.util.ArrayList;
import java.util.List;

/** Collects the layers of an architecture; each method returns the name of the layer it adds. */
final class ArchitectureBuilder {
  private final List<Layer> layers = new ArrayList<>();

  /** Add convolution, batch normalisation {@code norm} and max(0, ·). */
  String rectified(
      String name, String norm, String in, int inputs, int outputs, int kernel, int stride) {
    return add(new NormalizedConvolution(name, norm, in, inputs, outputs, kernel, stride, true));
  }

  /** Add convolution and batch normalisation {@code norm}. */
  String normalized(
      String name, String norm, String in, int inputs, int outputs, int kernel, int stride) {
    return add(new NormalizedConvolution(name, norm, in, inputs, outputs, kernel, stride, false));
  }

  String add(Layer layer) {
    layers.add(layer);
    return layer.name();
  }

  Architecture build() {
    return new Architecture(layers);
  }
}
