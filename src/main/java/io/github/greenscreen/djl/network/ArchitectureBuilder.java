package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import io.github.greenscreen.djl.network.layer.elementwise.Dropout;
import io.github.greenscreen.djl.network.layer.elementwise.StochasticDepth;
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

  /** Add dropout before the last layer, unless {@code probability} is 0. */
  String dropout(String in, double probability) {
    return probability > 0 ? add(new Dropout("dropout", in, probability)) : in;
  }

  /** Add stochastic depth after a residual branch, unless {@code probability} is 0. */
  String stochasticDepth(String name, String in, int dimensions, double probability) {
    return probability > 0 ? add(new StochasticDepth(name, in, dimensions, probability)) : in;
  }

  String add(Layer layer) {
    layers.add(layer);
    return layer.name();
  }

  Architecture build() {
    return new Architecture(layers);
  }
}
