package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * The mean over height and width, giving [batch, channels].
 *
 * @param name name of the value
 * @param in layer that is read
 */
public record GlobalAveragePool(String name, String in) implements QuantizableLayer {
  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return new Shape(inputs.get(0).get(0));
  }

  @Override
  public void write(LayerScript script) {
    script.assign(
        Expressions.variable(name), "torch.mean(%s, [2, 3])".formatted(Expressions.variable(in)));
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    graph
        .node("ReduceMean", OnnxGraph.value(in))
        .with("axes", 2, 3)
        .with("keepdims", 0)
        .into(OnnxGraph.value(name));
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.globalAveragePool(this);
  }
}
