package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Batch normalisation over images, rows, and columns (Ioffe and Szegedy, 2015, <a
 * href="https://arxiv.org/abs/1502.03167">arXiv 1502.03167</a>).
 *
 * @param name name of its arrays and of the value
 * @param in layer that is read
 * @param channels channels of {@code in}
 * @param isScaled whether a trainable factor multiplies each channel, 1 at first
 * @param momentum weight of a batch in the running statistics
 * @param epsilon ε, which is added to the variance
 */
public record BatchNormalization(
    String name, String in, int channels, boolean isScaled, double momentum, double epsilon)
    implements Layer {
  private static final double MOMENTUM = 0.1;
  private static final double EPSILON = 1e-5;

  /** Create a normalisation with PyTorch's momentum 0.1 and ε 1e-5, and with factors. */
  public BatchNormalization(String name, String in, int channels) {
    this(name, in, channels, true, MOMENTUM, EPSILON);
  }

  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    List<ParameterSpec> all = parameters(name, channels, element);
    return isScaled ? all : all.subList(1, all.size());
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
    assign(script, Expressions.variable(name), Expressions.variable(in));
    script.complete(name);
  }

  /** Assign the normalised value of the expression {@code in} to the variable {@code out}. */
  static void write(LayerScript script, String name, String out, String in) {
    new BatchNormalization(name, in, 0).assign(script, out, in);
  }

  private void assign(LayerScript script, String out, String images) {
    script.assign(
        out,
        "torch.batch_norm(%s, %s, %s, %s, %s, %s, %s, %s, True)"
            .formatted(
                images,
                isScaled ? script.parameter(name + ".weight") : "None",
                script.parameter(name + ".bias"),
                script.parameter(name + ".running_mean"),
                script.parameter(name + ".running_var"),
                script.isTraining() ? "True" : "False",
                momentum,
                String.format(Locale.ROOT, "%.1e", epsilon)));
  }

  @Override
  public void write(OnnxGraph graph) {
    add(graph, OnnxGraph.value(in), OnnxGraph.value(name));
  }

  /** Add the normalisation {@code name} of the value {@code in}, and return its name. */
  static String write(OnnxGraph graph, String name, String in, String out) {
    return new BatchNormalization(name, in, 0).add(graph, in, out);
  }

  private String add(OnnxGraph graph, String images, String out) {
    return graph
        .node(
            "BatchNormalization",
            images,
            isScaled ? name + ".weight" : ones(graph, out + "/weight"),
            name + ".bias",
            name + ".running_mean",
            name + ".running_var")
        .with("epsilon", (float) epsilon)
        .into(out);
  }

  private String ones(OnnxGraph graph, String constant) {
    float[] values = new float[channels];
    Arrays.fill(values, 1);
    return graph.numbers(constant, List.of((long) channels), values);
  }
}
