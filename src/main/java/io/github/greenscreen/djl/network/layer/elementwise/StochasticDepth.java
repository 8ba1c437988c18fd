package io.github.greenscreen.djl.network.layer.elementwise;

import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerScript;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * Stochastic depth: in training, the values of an image are all set to 0 with the given probability
 * and otherwise divided by one minus it (Huang et al., 2016, <a
 * href="https://arxiv.org/abs/1603.09382">arXiv 1603.09382</a>). Random numbers come from the
 * engine's generator, which every epoch seeds.
 *
 * @param name name of the value
 * @param in layer that is read
 * @param dimensions dimensions of its value, that of the images included
 * @param probability from 0 to below 1
 */
public record StochasticDepth(String name, String in, int dimensions, double probability)
    implements Layer {
  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public void write(LayerScript script) {
    String out = Expressions.variable(name);
    String value = Expressions.variable(in);
    if (script.isTraining() && probability > 0) {
      script.assign(
          out,
          "torch.dropout(torch.new_ones(%s, [torch.size(%s, 0)%s]), %s, True)"
              .formatted(value, value, ", 1".repeat(dimensions - 1), probability));
      script.assign(out, "torch.mul(%s, %s)".formatted(value, out));
    } else {
      script.assign(out, value);
    }
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    graph.node("Identity", OnnxGraph.value(in)).into(OnnxGraph.value(name));
  }
}
