package io.github.greenscreen.djl.network.layer.token;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerScript;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * The first token of a sequence, as [batch, width].
 *
 * @param name name of the value
 * @param in layer that is read
 */
public record ClassToken(String name, String in) implements Layer {
  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return new Shape(inputs.get(0).get(1));
  }

  @Override
  public void write(LayerScript script) {
    script.assign(
        Expressions.variable(name), "torch.select(%s, 1, 0)".formatted(Expressions.variable(in)));
  }

  @Override
  public void write(OnnxGraph graph) {
    String first = graph.integer(OnnxGraph.value(name, "first"), 0);
    graph.node("Gather", OnnxGraph.value(in), first).with("axis", 1).into(OnnxGraph.value(name));
  }
}
