package io.github.greenscreen.djl.network.layer.elementwise;

import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerScript;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * A function of each number of a layer.
 *
 * @param name name of the value
 * @param in layer that is read
 * @param function the function
 */
public record Activation(String name, String in, Function function) implements Layer {
  /** An activation function. */
  public enum Function {
    /** x·Φ(x) with the normal distribution function Φ (Hendrycks and Gimpel, 2016). */
    GELU("gelu"),
    /** x/(1 + e⁻ˣ) (Elfwing et al., 2017). */
    SILU("silu");

    private final String operator;

    Function(String operator) {
      this.operator = operator;
    }
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public void write(LayerScript script) {
    script.assign(
        Expressions.variable(name),
        "torch.%s(%s)".formatted(function.operator, Expressions.variable(in)));
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    switch (function) {
      case GELU -> gelu(graph);
      case SILU -> {
        String logistic =
            graph.node("Sigmoid", OnnxGraph.value(in)).into(OnnxGraph.value(name, "logistic"));
        graph.node("Mul", OnnxGraph.value(in), logistic).into(OnnxGraph.value(name));
      }
    }
  }

  /** Φ(x) is (1 + erf(x/√2))/2; the operators of this version have no GELU. */
  private void gelu(OnnxGraph graph) {
    String x = OnnxGraph.value(in);
    String scale = graph.number(OnnxGraph.value(name, "scale"), Math.sqrt(0.5));
    String half = graph.number(OnnxGraph.value(name, "half"), 0.5);
    String one = graph.number(OnnxGraph.value(name, "one"), 1);
    String scaled = graph.node("Mul", x, scale).into(OnnxGraph.value(name, "scaled"));
    String error = graph.node("Erf", scaled).into(OnnxGraph.value(name, "erf"));
    String twice = graph.node("Add", error, one).into(OnnxGraph.value(name, "twice"));
    String product = graph.node("Mul", x, twice).into(OnnxGraph.value(name, "product"));
    graph.node("Mul", product, half).into(OnnxGraph.value(name));
  }
}
