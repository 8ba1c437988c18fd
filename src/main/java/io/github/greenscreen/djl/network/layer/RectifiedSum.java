package io.github.greenscreen.djl.network.layer;

import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * The sum of two layers, rectified: max(0, in + shortcut).
 *
 * @param name name of the value
 * @param in first summand, which training overwrites
 * @param shortcut second summand
 */
public record RectifiedSum(String name, String in, String shortcut) implements QuantizableLayer {
  @Override
  public List<String> reads() {
    return List.of(in, shortcut);
  }

  @Override
  public void write(LayerScript script) {
    String out = Expressions.variable(name);
    String sum = script.isTraining() ? "torch.add_(%s, %s)" : "torch.add(%s, %s)";
    script.assign(out, sum.formatted(Expressions.variable(in), Expressions.variable(shortcut)));
    script.assign(out, "torch.relu_(%s)".formatted(out));
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    String sum =
        graph
            .node("Add", OnnxGraph.value(in), OnnxGraph.value(shortcut))
            .into(OnnxGraph.value(name, "sum"));
    graph.node("Relu", sum).into(OnnxGraph.value(name));
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.add(this);
  }
}
