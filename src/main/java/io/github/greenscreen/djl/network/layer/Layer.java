package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import java.util.List;

/**
 * One layer of a network, and the value it computes. A layer names the layers whose values it
 * reads; {@link #INPUT} is the batch of images. Layers that integer kernels can compute are {@link
 * QuantizableLayer}s.
 */
public interface Layer {
  /** Name of the network's input, images as [batch, 3, height, width]. */
  String INPUT = "x";

  /** Return the name of the layer and of its value, unique in a network. */
  String name();

  /** Return the arrays of the layer in number format {@code element}; none by default. */
  default List<ParameterSpec> parameters(ElementType element) {
    return List.of();
  }

  /** Return the names of the layers that are read, in order. */
  List<String> reads();

  /**
   * Return the shape of the value of one image, without the batch dimension; by default that of the
   * first input.
   *
   * @param inputs shapes of the values of {@link #reads()}
   */
  default Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  /**
   * Return the multiply-adds of a pass over one image, those of convolutions and matrix products
   * only; 0 by default.
   *
   * @param inputs shapes of the values of {@link #reads()}
   */
  default long multiplyAdds(List<Shape> inputs) {
    return 0;
  }

  /** Write the computation of the layer's value, in floating point, to {@code script}. */
  void write(LayerScript script);

  /**
   * Write the computation of the layer's value, as in inference, to {@code graph}, where it is
   * called {@link OnnxGraph#value(String)}.
   *
   * @throws UnsupportedChoiceException if ONNX has no form of the layer, as by default
   */
  default void write(OnnxGraph graph) {
    throw new UnsupportedChoiceException(
        "layer %s has no form in ONNX; export the network with --format torchscript"
            .formatted(name()));
  }
}
