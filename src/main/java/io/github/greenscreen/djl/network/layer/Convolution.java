package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * A square convolution alone, without normalisation.
 *
 * @param name name of the weights and of the value
 * @param in layer that is read
 * @param window its geometry
 * @param hasBias whether a number is added to each channel, 0 at first
 * @param weights distribution of the initial weights
 * @param isFixed whether training leaves the weights as they are
 */
public record Convolution(
    String name,
    String in,
    ConvolutionWindow window,
    boolean hasBias,
    Initializer weights,
    boolean isFixed)
    implements Layer {
  /** Create a convolution whose weights are trained. */
  public Convolution(
      String name, String in, ConvolutionWindow window, boolean hasBias, Initializer weights) {
    this(name, in, window, hasBias, weights, false);
  }

  /** Return a copy with the weights {@code values}, which training leaves as they are. */
  public Convolution fixed(float[] values) {
    return new Convolution(name, in, window, hasBias, Initializers.constant(values), true);
  }

  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    List<ParameterSpec> specs = new ArrayList<>();
    ParameterSpec spec =
        new ParameterSpec(
            name + ".weight", Parameter.Type.WEIGHT, window.weights(), element, weights);
    specs.add(isFixed ? spec.frozen() : spec);
    if (hasBias) {
      specs.add(
          new ParameterSpec(
              name + ".bias",
              Parameter.Type.BIAS,
              new Shape(window.outputs()),
              element,
              Initializer.ZEROS));
    }
    return specs;
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return window.output(inputs.get(0));
  }

  @Override
  public long multiplyAdds(List<Shape> inputs) {
    return window.multiplyAdds(inputs.get(0));
  }

  @Override
  public void write(LayerScript script) {
    window.write(
        script,
        Expressions.variable(name),
        Expressions.variable(in),
        script.weight(name + ".weight"),
        hasBias ? script.bias(name + ".bias") : "None");
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    String images = OnnxGraph.value(in);
    String weight = name + ".weight";
    window.write(
        hasBias
            ? graph.node("Conv", images, weight, name + ".bias")
            : graph.node("Conv", images, weight),
        OnnxGraph.value(name));
  }
}
