package io.github.greenscreen.djl.network.layer.elementwise;

import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerScript;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * Dropout: in training, each number is set to 0 with the given probability and otherwise divided by
 * one minus it (Srivastava et al., 2014). Random numbers come from the engine's generator, which
 * every epoch seeds.
 *
 * @param name name of the value
 * @param in layer that is read
 * @param probability from 0 to below 1
 */
public record Dropout(String name, String in, double probability) implements Layer {
  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public void write(LayerScript script) {
    String value = Expressions.variable(in);
    script.assign(
        Expressions.variable(name),
        script.isTraining() ? "torch.dropout(%s, %s, True)".formatted(value, probability) : value);
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    graph.node("Identity", OnnxGraph.value(in)).into(OnnxGraph.value(name));
  }
}
