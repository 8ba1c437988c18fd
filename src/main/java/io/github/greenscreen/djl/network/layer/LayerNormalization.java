package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * Layer normalisation over the last dimension with ε 1e-6 (Ba et al., 2016, <a
 * href="https://arxiv.org/abs/1607.06450">arXiv 1607.06450</a>), computed in the format of the
 * parameters.
 *
 * @param name name of its arrays and of the value
 * @param in layer that is read, as [batch, …, width]
 * @param width size of the last dimension
 */
public record LayerNormalization(String name, String in, int width) implements Layer {
  private static final float EPSILON = 1e-6f;

  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    Shape shape = new Shape(width);
    return List.of(
        new ParameterSpec(name + ".weight", Parameter.Type.GAMMA, shape, element, Initializer.ONES),
        new ParameterSpec(name + ".bias", Parameter.Type.BETA, shape, element, Initializer.ZEROS));
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public void write(LayerScript script) {
    String normalized =
        "torch.layer_norm(%s, [%s], %s, %s, 1.0e-06)"
            .formatted(
                script.toParameterFormat(Expressions.variable(in)),
                width,
                script.parameter(name + ".weight"),
                script.parameter(name + ".bias"));
    script.assign(Expressions.variable(name), script.toActivationFormat(normalized));
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    graph
        .node("LayerNormalization", OnnxGraph.value(in), name + ".weight", name + ".bias")
        .with("axis", -1)
        .with("epsilon", EPSILON)
        .into(OnnxGraph.value(name));
  }
}
