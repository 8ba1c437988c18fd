package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * A dense layer with bias over the last dimension.
 *
 * @param name name of weights, bias, and value
 * @param in layer that is read, as [batch, …, inputs]
 * @param inputs features of {@code in}
 * @param outputs features of the value
 * @param weights distribution of the initial weights
 * @param biases distribution of the initial biases
 */
public record Dense(
    String name, String in, int inputs, int outputs, Initializer weights, Initializer biases)
    implements QuantizableLayer {
  /** Create a layer whose weights and biases are at first uniform within ±1/√(inputs). */
  public Dense(String name, String in, int inputs, int outputs) {
    this(name, in, inputs, outputs, Initializers.uniform(inputs), Initializers.uniform(inputs));
  }

  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    return List.of(
        new ParameterSpec(
            name + ".weight", Parameter.Type.WEIGHT, new Shape(outputs, inputs), element, weights),
        new ParameterSpec(
            name + ".bias", Parameter.Type.BIAS, new Shape(outputs), element, biases));
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    long[] shape = inputs.get(0).getShape().clone();
    shape[shape.length - 1] = outputs;
    return new Shape(shape);
  }

  @Override
  public long multiplyAdds(List<Shape> inputs) {
    return inputs.get(0).size() * outputs;
  }

  @Override
  public void write(LayerScript script) {
    script.assign(
        Expressions.variable(name),
        "torch.linear(%s, %s, %s)"
            .formatted(
                Expressions.variable(in),
                script.weight(name + ".weight"),
                script.bias(name + ".bias")));
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    String out = OnnxGraph.value(name);
    graph.dense(out, OnnxGraph.value(in), name + ".weight", name + ".bias", out);
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.dense(this);
  }
}
