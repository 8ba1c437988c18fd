package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * Batch normalisation over images, rows, and columns with PyTorch's momentum 0.1 and ε 1e-5 (Ioffe
 * and Szegedy, 2015, <a href="https://arxiv.org/abs/1502.03167">arXiv 1502.03167</a>).
 *
 * @param name name of its arrays and of the value
 * @param in layer that is read
 * @param channels channels of {@code in}
 */
public record BatchNormalization(String name, String in, int channels) implements Layer {
  private static final float EPSILON = 1e-5f;

  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    return parameters(name, channels, element);
  }

  /** Return the arrays of a batch normalisation {@code name}. */
  static List<ParameterSpec> parameters(String name, int channels, ElementType element) {
    Shape shape = new Shape(channels);
    return List.of(
        new ParameterSpec(name + ".weight", Parameter.Type.GAMMA, shape, element, Initializer.ONES),
        new ParameterSpec(name + ".bias", Parameter.Type.BETA, shape, element, Initializer.ZEROS),
        new ParameterSpec(
            name + ".running_mean", Parameter.Type.RUNNING_MEAN, shape, element, Initializer.ZEROS),
        new ParameterSpec(
            name + ".running_var", Parameter.Type.RUNNING_VAR, shape, element, Initializer.ONES));
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public void write(LayerScript script) {
    write(script, name, Expressions.variable(name), Expressions.variable(in));
    script.complete(name);
  }

  /** Assign the normalised value of the expression {@code in} to the variable {@code out}. */
  static void write(LayerScript script, String name, String out, String in) {
    script.assign(
        out,
        "torch.batch_norm(%s, %s, %s, %s, %s, %s, 0.1, 1.0e-05, True)"
            .formatted(
                in,
                script.parameter(name + ".weight"),
                script.parameter(name + ".bias"),
                script.parameter(name + ".running_mean"),
                script.parameter(name + ".running_var"),
                script.isTraining() ? "True" : "False"));
  }

  @Override
  public void write(OnnxGraph graph) {
    write(graph, name, OnnxGraph.value(in), OnnxGraph.value(name));
  }

  /** Add the normalisation {@code name} of the value {@code in}, and return its name. */
  static String write(OnnxGraph graph, String name, String in, String out) {
    return graph
        .node(
            "BatchNormalization",
            in,
            name + ".weight",
            name + ".bias",
            name + ".running_mean",
            name + ".running_var")
        .with("epsilon", EPSILON)
        .into(out);
  }
}
