package io.github.greenscreen.djl.network.layer.elementwise;

import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerScript;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * The sum of two layers.
 *
 * @param name name of the value
 * @param in first summand
 * @param shortcut second summand
 */
public record Sum(String name, String in, String shortcut) implements Layer {
  @Override
  public List<String> reads() {
    return List.of(in, shortcut);
  }

  @Override
  public void write(LayerScript script) {
    script.assign(
        Expressions.variable(name),
        "torch.add(%s, %s)".formatted(Expressions.variable(in), Expressions.variable(shortcut)));
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    graph.node("Add", OnnxGraph.value(in), OnnxGraph.value(shortcut)).into(OnnxGraph.value(name));
  }
}
