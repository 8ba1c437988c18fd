package io.github.greenscreen.djl.network.layer;

import java.util.List;

/**
 * One layer of a network, and the value it computes. A layer names the layers whose values it
 * reads; {@link #INPUT} is the batch of images. Layers that integer kernels can compute are {@link
 * QuantizableLayer}s.
 */
public interface Layer {
  /** Name of the network's input, images as [batch, 3, 32, 32]. */
  String INPUT = "x";

  /** Return the name of the layer and of its value, unique in a network. */
  String name();

  /** Return the arrays of the layer in number format {@code element}; none by default. */
  default List<ParameterSpec> parameters(ElementType element) {
    return List.of();
  }

  /** Write the computation of the layer's value, in floating point, to {@code script}. */
  void write(LayerScript script);
}
