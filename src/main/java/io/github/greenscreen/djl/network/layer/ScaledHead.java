package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * A dense layer without bias whose result is multiplied by a constant.
 *
 * @param name name of weights and value
 * @param in layer that is read, as [batch, inputs]
 * @param inputs features of {@code in}
 * @param outputs features of the value
 * @param factor the constant
 */
public record ScaledHead(String name, String in, int inputs, int outputs, double factor)
    implements Layer {
  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    return List.of(
        new ParameterSpec(
            name + ".weight",
            Parameter.Type.WEIGHT,
            new Shape(outputs, inputs),
            element,
            Initializers.uniform(inputs)));
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return new Shape(outputs);
  }

  @Override
  public long multiplyAdds(List<Shape> inputs) {
    return inputs.get(0).size() * outputs;
  }

  @Override
  public void write(LayerScript script) {
    script.assign(
        Expressions.variable(name),
        "torch.mul(torch.linear(%s, %s, None), %s)"
            .formatted(Expressions.variable(in), script.weight(name + ".weight"), factor));
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    String out = OnnxGraph.value(name);
    String transposed =
        graph.node("Transpose", name + ".weight").with("perm", 1, 0).into(out + "/weights");
    String product = graph.node("MatMul", OnnxGraph.value(in), transposed).into(out + "/product");
    graph.node("Mul", product, graph.number(out + "/factor", factor)).into(out);
  }
}
