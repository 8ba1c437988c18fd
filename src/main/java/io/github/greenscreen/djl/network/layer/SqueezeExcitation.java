package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Squeeze and excitation: each channel is multiplied by a factor from 0 to 1 that two 1×1
 * convolutions, with SiLU between them and the logistic function after them, compute from the means
 * of all channels (Hu et al., 2017, <a href="https://arxiv.org/abs/1709.01507">arXiv
 * 1709.01507</a>).
 *
 * @param name name of the value; the convolutions are {@code name.fc1} and {@code name.fc2}
 * @param in layer that is read
 * @param channels channels of {@code in}
 * @param squeezed channels between the convolutions
 */
public record SqueezeExcitation(String name, String in, int channels, int squeezed)
    implements Layer {
  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    List<ParameterSpec> specs = new ArrayList<>();
    addConvolution(specs, "fc1", ConvolutionWindow.same(channels, squeezed, 1, 1), element);
    addConvolution(specs, "fc2", ConvolutionWindow.same(squeezed, channels, 1, 1), element);
    return specs;
  }

  private void addConvolution(
      List<ParameterSpec> specs, String part, ConvolutionWindow window, ElementType element) {
    String prefix = name + "." + part;
    specs.add(
        new ParameterSpec(
            prefix + ".weight",
            Parameter.Type.WEIGHT,
            window.weights(),
            element,
            Initializers.kaimingFanOut(window)));
    specs.add(
        new ParameterSpec(
            prefix + ".bias",
            Parameter.Type.BIAS,
            new Shape(window.outputs()),
            element,
            Initializer.ZEROS));
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public long multiplyAdds(List<Shape> inputs) {
    return 2L * channels * squeezed;
  }

  @Override
  public void write(LayerScript script) {
    String out = Expressions.variable(name);
    String value = Expressions.variable(in);
    script.assign(out, "torch.mean(%s, [2, 3])".formatted(value));
    script.assign(out, "torch.silu(%s)".formatted(product(script, "fc1", out)));
    script.assign(out, "torch.sigmoid(%s)".formatted(product(script, "fc2", out)));
    script.assign(
        out, "torch.mul(%s, torch.unsqueeze(torch.unsqueeze(%s, 2), 3))".formatted(value, out));
    script.complete(name);
  }

  private String product(LayerScript script, String part, String means) {
    String prefix = name + "." + part;
    return "torch.linear(%s, torch.flatten(%s, 1), %s)"
        .formatted(means, script.weight(prefix + ".weight"), script.bias(prefix + ".bias"));
  }

  @Override
  public void write(OnnxGraph graph) {
    String images = OnnxGraph.value(in);
    String means =
        graph
            .node("ReduceMean", images)
            .with("axes", 2, 3)
            .with("keepdims", 1)
            .into(OnnxGraph.value(name, "means"));
    String squeezed = convolution(graph, "fc1", means);
    String logistic = graph.node("Sigmoid", squeezed).into(OnnxGraph.value(name, "logistic"));
    String activated =
        graph.node("Mul", squeezed, logistic).into(OnnxGraph.value(name, "activated"));
    String factors =
        graph
            .node("Sigmoid", convolution(graph, "fc2", activated))
            .into(OnnxGraph.value(name, "factors"));
    graph.node("Mul", images, factors).into(OnnxGraph.value(name));
  }

  private String convolution(OnnxGraph graph, String part, String in) {
    String prefix = name + "." + part;
    return graph
        .node("Conv", in, prefix + ".weight", prefix + ".bias")
        .into(OnnxGraph.value(name, part));
  }
}
